import Testing
import VGGDiagnostics
import VGGExecution
import VGGGraph
import VGGInsight
import VGGTestSupport
import VGGWeights

/// The names of layers and classes, and the messages about names that don't exist.
@Suite struct ChoiceTests {
  private func vgg16() throws -> ModelGraph { try SampleModel.d.graph() }

  @Test func layersHaveTwoNames() throws {
    let graph = try vgg16()
    #expect(try graph.layer(named: "conv3_2").index == graph.layer(named: "features.12").index)
    #expect(try graph.layer(named: "features.12").name == "features.12")
    #expect(try graph.layer(named: "fc7").shape == .vector(4096))
  }

  /// The last map that is not pooled.
  @Test(arguments: [
    ("features: [8, M, 9, M]\nclassifier: {hidden: [], classes: 2}", "relu2_1"),
    (
      "batch_norm: true\nfeatures: [8, M, 9, LRN, M, M]\nclassifier: {hidden: [], classes: 2}",
      "norm2_1"
    ),
    ("features: [8, {dropout: 0.5}, M]\nclassifier: {hidden: [], classes: 2}", "relu1_1"),
    (
      "features: [8, M, {conv: 4, activation: none}, {global: average}]\nclassifier: [linear: 2]",
      "conv2_1"
    ),
    ("features: [M]\nclassifier: [linear: 2]", "pool1"),
    ("features: [8, M, 9, M]\nclassifier: {dense: 2, hidden: [5], classes: 2}", "relu2_1"),
  ])
  func theExplainedLayer(_ configuration: String, _ name: String) throws {
    #expect(try graph("input: [3, 16, 16]\n\(configuration)\n").explainedLayer().name == name)
  }

  @Test func theBlocksOfVGG16() throws {
    let names = try vgg16().blockLayers.map(\.name)
    #expect(names == ["relu1_2", "relu2_2", "relu3_3", "relu4_3", "relu5_3"])
  }

  @Test(arguments: [
    ("relu33", "the network has no layer relu33; did you mean relu3_3?"),
    (
      "fc6",
      "fc6 outputs 4096 values, not a feature map; the last layer with a feature map is pool5"
    ),
    (
      "xyz",
      "the network has no layer xyz; its layers: conv1_1, relu1_1, conv1_2, relu1_2, pool1, conv2_1, relu2_1, conv2_2, "
        + "relu2_2, pool2, conv3_1, relu3_1, … (39)"
    ),
  ])
  func layersThatCannotBeChosen(_ name: String, _ words: String) throws {
    let graph = try vgg16()
    let error = #expect(throws: InsightError.self) { try graph.mapLayer(named: name) }
    #expect(Language.english.insightPhrases.words(for: try #require(error)) == words)
  }

  @Test func aLayerAfterTheEnd() throws {
    let graph = try graph(
      "input: [3, 32, 32]\nfeatures: [8, M, 9, M]\nuntil: relu2_1\nclassifier: none\n")
    let error = #expect(throws: InsightError.self) { try graph.layer(named: "pool2") }
    let words = Language.english.insightPhrases.words(for: try #require(error))
    #expect(words.contains("it ends after relu2_1, because of `until`"))
  }

  @Test func aNetworkWithoutClasses() throws {
    let graph = try graph("input: [3, 32, 32]\nfeatures: [8, M]\nclassifier: none\n")
    let layer = try graph.explainedLayer()
    #expect(throws: InsightError.noClasses(model: graph.name, output: "8x16x16")) {
      try Insight(graph, layers: [], explaining: layer, weights: VariedWeights())
    }
    // Its values can be looked at, those of the last layer included.
    let layers = try ["conv1_1", "pool1"].map { try graph.layer(named: $0) }
    let insight = try Insight(graph, layers: layers, explaining: nil, weights: VariedWeights())
    let values = try insight.values(of: try #require(graph.images(1).first))
    #expect(values.layers[1].values == values.output)
  }

  @Test func dropoutAfterTheSoftmaxChangesNothing() throws {
    func map(_ end: String) throws -> ClassActivationMap {
      let graph = try graph(
        "input: [3, 16, 16]\nfeatures: [8, M]\nclassifier: [linear: 3\(end)]\n")
      let insight = try Insight(
        graph, layers: [], explaining: graph.explainedLayer(), weights: VariedWeights(),
        options: .init(threads: 1))
      return try insight.explanation(of: try #require(graph.images(1).first)) { _ in 1 }.map
    }
    let expected = try map("")
    #expect(try map(", softmax") == expected)
    #expect(try map(", softmax, dropout: 0.5") == expected)
    #expect(try map(", dropout: 0.5") == expected)
  }

  @Test func valuesThatAreNotFinite() throws {
    let graph = try graph(
      "input: [3, 16, 16]\nfeatures: [8, M]\nclassifier: {hidden: [], classes: 2}\n")
    let layer = try graph.explainedLayer()
    let insight = try Insight(
      graph, layers: [layer], explaining: layer, weights: VariedWeights(),
      options: .init(threads: 1))
    var image = try #require(graph.images(1).first)
    image[7] = .nan
    #expect(throws: InsightError.notFinite(.input)) { try insight.look(at: image) { _ in 0 } }
    // Sums of such values are infinite.
    image = image.map { _ in 3e38 }
    #expect(throws: InsightError.notFinite(.layer("relu1_1"))) {
      try insight.look(at: image) { _ in 0 }
    }
  }

  @Test(arguments: [
    ("tabby", 1), ("tabby, tabby cat", 1), ("Tabby Cat", 1), ("dog", 0), ("DOG", 0), ("2", 2),
    ("7", 3),
  ])
  func classesByNameAndNumber(_ text: String, _ number: Int) throws {
    let labels = ["dog", "tabby, tabby cat", "fox, red fox", "7"]
    #expect(try ClassNumber.named(text, labels: labels, count: 4) == number)
  }

  @Test(arguments: ["crane", "Crane"]) func aLabelOfTwoClasses(_ text: String) throws {
    #expect(throws: InsightError.ambiguousClass(text, [0, 2])) {
      try ClassNumber.named(text, labels: ["crane", "dog", "crane"], count: 3)
    }
  }

  @Test func classesThatDoNotExist() throws {
    let labels = ["dog", "tabby, tabby cat", "crane, bird", "crane, machine"]
    func words(_ text: String, _ labels: [String]) -> String? {
      do throws(InsightError) {
        _ = try ClassNumber.named(text, labels: labels, count: 4)
        return nil
      } catch {
        return Language.english.insightPhrases.words(for: error)
      }
    }
    #expect(words("tabbi", labels) == "the network has no class tabbi; did you mean tabby?")
    #expect(
      words("4", labels)
        == "the network has no class 4; use one of its labels, or a number from 0 to 3")
    #expect(
      words("zebra", [])
        == "the network has no class zebra; its classes have no names, so use a number from 0 to 3")
    #expect(
      words("crane", labels) == "several classes are called crane: 2, 3; use the number of one")
  }

  @Test func filtersAreTheWeights() throws {
    let graph = try graph(
      "input: [4, 16, 16]\nfeatures: [{conv: 6, groups: 2}, M]\nclassifier: {dense: 3, hidden: [5], classes: 2}\n"
    )
    let filters = try Filters(
      of: graph.layer(named: "conv1_1"), in: graph, weights: VariedWeights())
    #expect(filters.shape == [6, 2, 3, 3])
    let stored = try VariedWeights().tensor("features.0.weight", shape: [6, 2, 3, 3]).values
    #expect(Array(filters[5]) == Array(stored[90..<108]))
    let dense = try Filters(of: graph.layer(named: "fc2"), in: graph, weights: VariedWeights())
    #expect(dense.shape == [5, 6, 3, 3])
    #expect(throws: InsightError.noFilters(layer: "pool1", known: ["conv1_1", "fc2", "fc3"])) {
      try Filters(of: graph.layer(named: "pool1"), in: graph, weights: VariedWeights())
    }
  }
}
