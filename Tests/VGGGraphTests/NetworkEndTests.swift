import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGTestSupport

/// Networks that end before the classifier, or within it.
@Suite struct NetworkEndTests {
  private func graph(_ text: String) throws -> ModelGraph {
    let compilation = compile(text)
    #expect(compilation.diagnostics.map(\.message) == [])
    return try #require(compilation.graphs.first)
  }

  /// Either name selects the layer as the last one, and no layer before it is lost.
  @Test(arguments: [
    ("conv4_3", "features.21", Shape.map(MapShape(channels: 512, height: 28, width: 28))),
    ("relu4_3", "features.22", .map(MapShape(channels: 512, height: 28, width: 28))),
    ("pool5", "features.30", .map(MapShape(channels: 512, height: 7, width: 7))),
    ("flatten", "flatten", .vector(25_088)), ("fc6", "classifier.0", .vector(4_096)),
    ("relu7", "classifier.4", .vector(4_096)),
  ])
  func endsAtTheLayer(paperName: String, name: String, output: Shape) throws {
    let whole = try graph("extends: D\n")
    let cut = try graph("extends: D\nuntil: \(paperName)\n")
    #expect(cut.layers.last?.name == name)
    #expect(cut.output == output)
    #expect(cut.outcome == .features)
    #expect(cut.layers.map(\.kind) == whole.layers.prefix(cut.layers.count).map(\.kind))
    #expect(try graph("extends: D\nuntil: \(name)\n").layers.map(\.name) == cut.layers.map(\.name))
    #expect(cut.totals.parameters == cut.layers.reduce(0) { $0 + $1.parameters })
  }

  /// torchvision's `vgg16().features` has 14,714,688 parameters.
  @Test func featuresAlone() throws {
    let features = try graph("extends: D\nclassifier: none\n")
    #expect(features.totals.parameters == 14_714_688)
    #expect(features.totals.classifierParameters == 0)
    #expect(features.totals.flattened == nil)
    #expect(features.outcome == .features)
    let pooled = try graph("extends: D\nclassifier: none\navgpool: 1\n")
    #expect(pooled.output == .map(MapShape(channels: 512, height: 1, width: 1)))
  }

  /// The last linear layer's outputs are class scores, even if layers after it are cut off.
  @Test func theLastLayerIsNoCut() throws {
    #expect(try graph("extends: D\nuntil: fc8\n").outcome == .scores)
    let text = "input: [3, 8, 8]\nfeatures: [8, M]\nclassifier: [linear: 4, softmax]\n"
    #expect(try graph(text).outcome == .probabilities)
    #expect(try graph(text + "until: fc2\n").outcome == .scores)
    let labelled = compile(text + "until: fc2\nlabels: [a, b]\n").diagnostics
    #expect(labelled.map(\.id) == [.classesLabelsMismatch])
  }

  /// The layers after the end do not exist, even if the map would be too small for them.
  @Test func whatFollowsIsNotChecked() throws {
    #expect(compile("extends: D\ninput: [3, 16, 16]\n").diagnostics.hasErrors)
    let cut = try graph("extends: D\ninput: [3, 16, 16]\nuntil: relu3_3\n")
    #expect(cut.output == .map(MapShape(channels: 256, height: 4, width: 4)))
  }

  @Test func namesThatAreNoLayers() {
    _ = expectDiagnostics(
      """
      features: [64, M, 128, M]
      until: 1️⃣relu2_2
      classifier: none
      """, [ExpectedDiagnostic("1️⃣", .networkEnd, "the network has no layer `relu2_2`")],
      offered: ["replace relu2_2 with relu2_1"])
    // If there is an error before the end, it is the only one.
    let found = compile("features: [64, {conv: 128, in: 3}, M]\nuntil: relu9_9\n").diagnostics
    #expect(found.map(\.id) == [.channelMismatch])
  }

  @Test(arguments: [
    ("1️⃣classifier: [linear: {in: 25088, out: 10}]", "`classifier` comes after the network's end"),
    ("1️⃣avgpool: 7", "`avgpool` comes after the network's end"),
    ("1️⃣labels: [a, b]", "`labels` comes after the network's end"),
  ])
  func keysAfterTheEnd(key: String, message: String) {
    _ = expectDiagnostics(
      "extends: D\nuntil: relu4_3\n\(key)\n",
      [ExpectedDiagnostic("1️⃣", .networkEnd, message)])
  }

  /// Shared and inherited keys are not meant for the end of one model.
  @Test func sharedKeysAreLeftOut() throws {
    let compilation = compile(
      """
      input: [3, 32, 32]
      classifier: {hidden: [], classes: 2}
      labels: [cat, dog]
      models:
        whole: [8, M, 16, M]
        part: {features: [8, M, 16, M], until: relu1_1}
      """)
    #expect(compilation.diagnostics.map(\.message) == [])
    #expect(compilation.graphs.map(\.labels) == [["cat", "dog"], nil])
  }

  @Test func labelsNeedClasses() {
    _ = expectDiagnostics(
      "features: [64, M]\nclassifier: none\n1️⃣labels: [a, b]\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .networkEnd, "a network without a classifier has no classes to name")
      ])
  }

  @Test func somethingMustBeComputed() {
    let found = compile("features: [{dropout: 0.5}]\nclassifier: none\n").diagnostics
    #expect(found.map(\.id) == [.networkEnd])
  }
}
