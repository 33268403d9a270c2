import Testing
import VGGFindings
import VGGGraph
import VGGSpec
import VGGTestSupport

/// `classifier: {dense: 7}`, the dense form of the paper's section 3.2.
@Suite struct DenseFormTests {
  /// The tensors have the flattened form's names and shapes, at any image size.
  @Test(arguments: ["A", "D", "vgg19_bn"], [224, 256, 384])
  func takesTheFlattenedFormsWeights(_ name: String, _ side: Int) throws {
    let flattened = try graph("extends: \(name)\n")
    let dense = try graph(
      "extends: \(name)\ninput: [3, \(side), \(side)]\nclassifier: {dense: 7}\n")
    #expect(dense.stateTensors == flattened.stateTensors)
    #expect(dense.totals.parameters == flattened.totals.parameters)
    #expect(dense.totals.classifierParameters == flattened.totals.classifierParameters)
    #expect(dense.totals.weightLayers == flattened.totals.weightLayers)
    #expect(dense.outcome == .scores)
    #expect(dense.output == .vector(1000))
    #expect(dense.totals.flattened == nil)
  }

  /// The layers of the classifier have the names of the flattened form's layers, and pooling and flattening come
  /// after them.
  @Test func namesAndOrder() throws {
    let dense = try graph("extends: D\ninput: [3, 384, 384]\nclassifier: {dense: 7}\n")
    let flattened = try graph("extends: D\n")
    let own = zip(PaperNames(dense.layers).names, dense.layers).drop { $0.1.position.isFeature }
    let usual = zip(PaperNames(flattened.layers).names, flattened.layers)
      .drop { !$0.1.position.isClassifier }
    #expect(own.map(\.0) == usual.map(\.0) + ["pool6", "flatten"])
    #expect(own.map(\.1.name) == usual.map(\.1.name) + ["avgpool", "flatten"])
  }

  /// The numbers of the paper's test at 384 x 384: a map of 12 x 12, scores at 6 x 6 positions, each of which sees
  /// 404 x 404 pixels (212 + 6 * 32), 32 pixels apart.
  @Test func configurationDAt384() throws {
    let graph = try graph("extends: D\ninput: [3, 384, 384]\nclassifier: {dense: 7}\n")
    let fc6 = try #require(graph.layers.first { $0.kind.denseLinear != nil })
    #expect(fc6.input.dimensions == [512, 12, 12])
    #expect(fc6.output.dimensions == [4096, 6, 6])
    #expect(fc6.macs == 36 * 4096 * 25088)
    #expect(fc6.parameters == 102_764_544)
    let field = try #require(fc6.receptiveField)
    #expect(field.size == Sides(404) && field.jump == Sides(32))
    let fc8 = try #require(graph.layers.last { $0.kind.denseLinear != nil })
    #expect(fc8.output.dimensions == [1000, 6, 6])
    #expect(graph.totals.parameters == 138_357_544)
    #expect(graph.totals.macs == 49_551_114_240)
  }

  @Test(arguments: [
    ("dense: 3", [9, 3, 3], 3), ("dense: [2, 5]", [9, 2, 5], 3),
    ("dense: 3, hidden: []", [4, 3, 3], 1),
    ("dense: 1, hidden: [7]", [7, 1, 1], 2),
  ]) func windows(_ keys: String, _ first: [Int], _ layers: Int) throws {
    let graph = try graph(
      "input: [3, 20, 24]\nfeatures: [6, M, 6, M]\n"
        + "classifier: {hidden: [9, 8], dropout: 0.5, classes: 4, \(keys)}\n".replacing(
          "hidden: [9, 8], ", with: keys.contains("hidden") ? "" : "hidden: [9, 8], "))
    let dense = graph.layers.compactMap(\.kind.denseLinear)
    #expect(dense.count == layers)
    let own = try #require(dense.first)
    #expect([own.outputs] + own.kernel.list == first)
    #expect(dense.dropFirst().allSatisfy { $0.kernel == 1 })
  }

  /// The activation and the dropout of the short form come between the layers, on maps.
  @Test func betweenTheLayers() throws {
    let graph = try graph(
      """
      input: [3, 9, 9]
      activation: {leaky_relu: 0.1}
      features: [6, M]
      classifier: {dense: 2, hidden: [5], dropout: 0.25, classes: 4}
      """)
    let notations = graph.layers.drop { $0.position.isFeature }.map {
      "\($0.name) \($0.kind.name) \($0.output)"
    }
    #expect(
      notations == [
        "classifier.0 dense_linear 5x3x3", "classifier.1 leaky_relu 5x3x3",
        "classifier.2 dropout 5x3x3", "classifier.3 dense_linear 4x3x3",
        "avgpool global_average_pool 4x1x1", "flatten flatten 4",
      ])
  }

  /// An inherited `avgpool` is ignored; the model's own is an error at its location.
  @Test func averagePooling() throws {
    let base = ["base.yaml": "extends: D\navgpool: 7\n"]
    let inherited = compile(
      "extends: base.yaml\ninput: [3, 256, 256]\nclassifier: {dense: 7}\n", files: base)
    #expect(inherited.diagnostics.isEmpty)
    let graph = try #require(inherited.graphs.first)
    #expect(graph.adaptivePool == nil)
    #expect(
      compile("extends: D\navgpool: none\nclassifier: {dense: 7}\n").diagnostics.isEmpty)
    expectDiagnostics(
      "extends: D\navgpool: 1️⃣7\nclassifier: {dense: 7}\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .conflictingKeys,
          "`avgpool` pools the map to a fixed size, but a dense classifier runs over the unpooled map"
        )
      ], offered: ["replace 7 with none"])
  }

  @Test func inAList() {
    expectDiagnostics(
      "extends: D\nclassifier:\n  - 1️⃣dense: 4096\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .unknownElement,
          "`dense` is a key of the classifier's short form, not a layer in a list")
      ], offered: ["replace dense with linear"])
  }

  @Test func sharedPoolingIsLeftOut() throws {
    let compilation = compile(
      """
      avgpool: 7
      features: [8, M, 8, M]
      input: [3, 28, 28]
      models:
        flat: {classifier: {hidden: [9], classes: 3}}
        dense: {classifier: {dense: 7, hidden: [9], classes: 3}}
      """)
    #expect(compilation.diagnostics.isEmpty)
    let (flat, dense) = (
      try #require(compilation.graphs.first), try #require(compilation.graphs.last)
    )
    #expect(flat.adaptivePool != nil && dense.adaptivePool == nil)
    #expect(flat.stateTensors == dense.stateTensors)
  }

  @Test func noneIsTheFlattenedForm() throws {
    let flat = try graph("extends: A\nclassifier: {dense: none}\n")
    #expect(try flat.layers.map(\.kind) == graph("extends: A\n").layers.map(\.kind))
  }

  /// The error is at the number, and has the smallest image that works, confirmed with one pixel more and one less.
  @Test func mapSmallerThanTheWindow() throws {
    expectDiagnostics(
      "extends: D\ninput: [3, 192, 192]\nclassifier: {dense: 1️⃣7}\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .mapTooSmall, "7x7 dense classifier doesn't fit the 6 x 6 feature map")
      ])
    let text = try #require(
      compile("extends: D\ninput: [3, 192, 192]\nclassifier: {dense: 7}\n").diagnostics.first
    ).notes.map(\.message)
    #expect(text.contains("the smallest square input that works is 224 x 224"))
    #expect(
      text.contains("`dense: 6` fits this map, but is a different network, with different weights"))
    #expect(compile("extends: D\ninput: [3, 223, 223]\nclassifier: {dense: 7}\n").graphs.isEmpty)
    #expect(
      try graph("extends: D\ninput: [3, 224, 224]\nclassifier: {dense: 7}\n").totals.macs
        == 15_470_264_320)
  }

  @Test func endsAnywhere() throws {
    for (last, shape) in [
      ("fc6", [4096, 2, 2]), ("classifier.3", [4096, 2, 2]), ("fc8", [1000, 2, 2]),
      ("avgpool", [1000, 1, 1]),
    ] {
      let graph = try graph(
        "extends: D\ninput: [3, 256, 256]\nclassifier: {dense: 7}\nuntil: \(last)\n")
      #expect(graph.output.dimensions == shape)
      #expect(graph.outcome == .features)
    }
    #expect(
      try graph("extends: D\ninput: [3, 256, 256]\nclassifier: {dense: 7}\nuntil: flatten\n")
        .outcome
        == .scores)
  }
}
