import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGTestSupport

/// Layers that are additional outputs.
@Suite struct NetworkTapTests {
  private func graph(_ text: String) throws -> ModelGraph {
    let compilation = compile(text)
    #expect(compilation.diagnostics.map(\.message) == [])
    return try #require(compilation.graphs.first)
  }

  /// Both names of a layer are accepted, in the user's order; nothing else in the network changes.
  @Test func layersByEitherName() throws {
    let whole = try graph("extends: D\n")
    let tapped = try graph("extends: D\ntaps: [fc7, features.21, relu1_2, flatten, pool5]\n")
    #expect(tapped.taps.map(\.name) == ["fc7", "features.21", "relu1_2", "flatten", "pool5"])
    #expect(
      tapped.tappedLayers.map(\.layer.name)
        == ["classifier.3", "features.21", "features.3", "flatten", "features.30"])
    #expect(
      tapped.tappedLayers.map(\.layer.output) == [
        .vector(4096), .map(MapShape(channels: 512, height: 28, width: 28)),
        .map(MapShape(channels: 64, height: 224, width: 224)), .vector(25_088),
        .map(MapShape(channels: 512, height: 7, width: 7)),
      ])
    #expect(tapped.layers.map(\.kind) == whole.layers.map(\.kind))
    #expect(tapped.totals.parameters == whole.totals.parameters)
    #expect(tapped.output == whole.output)
    #expect(tapped.withoutTaps.taps == [])
  }

  /// Taps' values are kept until the end, and a layer right after a tap does not overwrite them.
  @Test(arguments: [
    // The image has 192 values, conv1_1 256, pool1 64 and conv2_1 128.
    ("[4, M, 8]", "[]", 448, 192 + 256),
    ("[4, M, 8]", "[relu1_1]", 448, 192 + 256 + 256),
    ("[4, M, 8]", "[conv1_1]", 448 + 256, 192 + 256 + 256),
    ("[4, M, 8]", "[pool1, conv1_1, conv2_1]", 448 + 256 + 128, 192 + 256 + 256 + 64 + 128),
    ("[{conv: 4, activation: none}, {dropout: 0.5}, relu, M]", "[conv1_1]", 320 + 256, 448 + 256),
    (
      "[{conv: 4, activation: none}, batch_norm, relu, M]", "[conv1_1, bn1_1]", 320 + 512, 448 + 512
    ),
  ])
  func memoryOfTaps(features: String, taps: String, activations: Int, peak: Int) throws {
    let tapped = try graph(
      "input: [3, 8, 8]\nfeatures: \(features)\ntaps: \(taps)\nclassifier: none\n")
    #expect(tapped.totals.activationBytes == 4 * activations)
    #expect(tapped.totals.peakActivationBytes == 4 * peak)
    let whole = try graph("input: [3, 8, 8]\nfeatures: \(features)\nclassifier: none\n")
    #expect(tapped.withoutTaps.totals == whole.totals)
  }

  /// A limit on the activations counts the values that taps add.
  @Test func limitsCountTaps() {
    let text =
      "input: [3, 8, 8]\nfeatures: [4, M, 8]\nclassifier: none\nlimits: {activations: 2000}\n"
    #expect(compile(text).diagnostics.map(\.id) == [])
    #expect(compile(text + "taps: [conv1_1]\n").diagnostics.map(\.id) == [.limitExceeded])
  }

  @Test func noTapsAreNone() throws {
    #expect(try graph("extends: D\n").taps == [])
    #expect(try graph("extends: D\ntaps: []\n").taps == [])
  }

  @Test func namesThatAreNoLayers() {
    _ = expectDiagnostics(
      """
      features: [64, M, 128, M]
      taps: [1️⃣relu2_2, relu1_1]
      classifier: none
      """, [ExpectedDiagnostic("1️⃣", .networkTap, "the network has no layer `relu2_2`")],
      offered: ["replace relu2_2 with relu2_1"])
  }

  /// After an error before the tap the layers are not known, and taps are not reported.
  @Test func oneErrorAtATime() {
    let found = compile("features: [64, {conv: 128, in: 3}, M]\ntaps: [relu9_9]\n").diagnostics
    #expect(found.map(\.id) == [.channelMismatch])
    let end = compile("extends: D\nuntil: relu9_9\ntaps: [relu8_8]\n").diagnostics
    #expect(end.map(\.id) == [.networkEnd])
  }

  @Test(arguments: [
    ("1️⃣relu5_3", "`relu5_3` comes after the network's end"),
    ("1️⃣fc6", "`fc6` comes after the network's end"),
    ("1️⃣relu4_3", "`relu4_3` is already the network's output"),
    ("1️⃣features.22", "`features.22` is already the network's output"),
    ("relu1_2, 1️⃣relu1_2", "`relu1_2` is tapped twice"),
    ("relu1_2, 1️⃣features.3", "`features.3` and `relu1_2` are the same layer"),
    ("1️⃣relu9_9", "the network has no layer `relu9_9`"),
  ])
  func layersThatAreNoTaps(taps: String, message: String) {
    _ = expectDiagnostics(
      "extends: D\ntaps: [\(taps)]\nuntil: relu4_3\n",
      [ExpectedDiagnostic("1️⃣", .networkTap, message)])
  }

  /// If only dropout comes after a layer, its values are already the output's.
  @Test func dropoutIsNoLayerToTap() {
    let text = """
      features: [8, {dropout: 0.5}, M]
      classifier: [linear: 4, relu, dropout: 0.5]
      """
    _ = expectDiagnostics(
      text + "\ntaps: [1️⃣dropout1_1]\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .networkTap, "`dropout1_1` is dropout, which changes nothing after training")
      ], offered: ["replace dropout1_1 with relu1_1"])
    _ = expectDiagnostics(
      text + "\ntaps: [1️⃣classifier.1]\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .networkTap, "`classifier.1` is already the network's output")
      ])
  }

  /// An inherited tap needs its layer; its location is in the file that states it.
  @Test func inheritedTaps() throws {
    let files = ["base.yaml": "features: [8, 8, M, 16, M]\ntaps: [relu1_2, pool2]\n"]
    let same = compile("extends: base.yaml\ninput: [3, 32, 32]\n", files: files)
    #expect(same.graphs.first?.taps.map(\.name) == ["relu1_2", "pool2"])
    let dropped = compile("extends: base.yaml\ntaps: []\n", files: files)
    #expect(dropped.graphs.first?.taps == [])
    let other = compile("extends: base.yaml\nfeatures: [8, M, 16, M]\n", files: files)
    let error = try #require(other.diagnostics.first { $0.severity == .error })
    #expect(error.id == .networkTap)
    #expect(other.sources.name(of: error.range) == "base.yaml")
    let note = try #require(error.notes.first { $0.range != nil }?.range)
    #expect(other.sources.name(of: note) != "base.yaml")
  }

  @Test(arguments: [
    ("relu1_1", "taps must be a list of layer names, such as [relu1_2, relu2_2], not the "),
    ("[[relu1_1]]", "a layer's name must be a string, not a list"),
    ("['']", "a layer's name must be a string, but it is empty"),
  ])
  func valuesThatAreNoNames(value: String, message: String) throws {
    let found = compile("features: [8, M]\ntaps: \(value)\nclassifier: none\n").diagnostics
    #expect(found.map(\.id) == [.wrongType])
    #expect(try #require(found.first).message.hasPrefix(message))
  }
}
