import Testing
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGGraph
import VGGModelFiles
import VGGONNX
import VGGTestSupport
import VGGWeights

/// ONNX models that vggc emits are read back as the same network.
@Suite struct ONNXIdentityTests {
  private static let provenance = Provenance(
    version: "0.0.0", source: "model.yaml", sha256: String(repeating: "0123456789abcdef", count: 4))

  private static let configurations = Checkout.files(in: "Configs")
    .filter { $0.hasSuffix(".yaml") && !$0.contains("mistakes") }

  @Test(arguments: configurations) func configurationsComeBack(_ path: String) throws {
    let graphs = try graphs(ofFile: path)
    #expect(!graphs.isEmpty)
    for graph in graphs { try expectIdentity(of: graph, hasWeights: false) }
  }

  @Test func everyKindComesBack() throws {
    try expectIdentity(of: SampleModel.everyKind.graph(), hasWeights: true)
  }

  /// 200 networks with every kind of layer, with bit-identical weights.
  @Test func randomNetworksComeBack() throws {
    var count = 0
    for seed in 0..<UInt64(1000) where count < 200 {
      let graph = try graph(RandomNetwork(seed: seed).configuration)
      guard graph.layers.contains(where: \.isLinear),
        graph.layers.contains(where: \.isConvolution)
      else { continue }
      try expectIdentity(
        of: graph, hasWeights: true, "\(RandomNetwork(seed: seed).configuration)")
      count += 1
    }
    #expect(count == 200)
  }

  /// The same with activations, norms as entries and global pooling; a global mean at the end becomes an adaptive
  /// pooling layer.
  @Test func activationsComeBack() throws {
    var count = 0
    for seed in 0..<UInt64(400) where count < 60 {
      let configuration = RandomNetwork(seed: seed, of: .activations).configuration
      let graph = try graph(configuration)
      guard graph.layers.contains(where: \.isLinear), graph.layers.contains(where: \.isConvolution)
      else { continue }
      try expectIdentity(of: graph, hasWeights: true, "\(configuration)")
      count += 1
    }
    #expect(count == 60)
  }

  /// Classifiers in the dense form, distinguished from the features by their layers' names.
  @Test func denseFormsComeBack() throws {
    var count = 0
    for seed in 0..<UInt64(400) where count < 60 {
      let configuration = RandomNetwork(seed: seed, of: .dense).configuration
      let graph = try graph(configuration)
      guard graph.layers.contains(where: \.isConvolution) else { continue }
      try expectIdentity(of: graph, hasWeights: true, "\(configuration)")
      count += 1
    }
    #expect(count == 60)
  }

  /// Networks that end with features.
  @Test(arguments: ["classifier: none", "avgpool: 2\nclassifier: none"])
  func featuresComeBack(_ end: String) throws {
    try expectIdentity(
      of: graph("input: [3, 20, 20]\nfeatures: [8, M, {conv: 6, kernel: [1, 3]}]\n\(end)\n"),
      hasWeights: true)
  }

  /// Additional outputs of the graph are read back as taps, of layers with one operator and with several.
  @Test(arguments: [
    "[relu1_1, conv1_1, pool1]", "[silu2_1]", "[bn1_1, relu4, flatten, fc3, features.0]",
    "[norm2_1, avgpool]",
  ])
  func tapsComeBack(_ taps: String) throws {
    try expectIdentity(
      of: graph(
        """
        input: [3, 20, 20]
        features: [8, batch_norm, M, {conv: 6, activation: silu}, {lrn: 4, alpha: 0.1, beta: 0.75, k: 1}]
        avgpool: 3
        classifier: [linear: 9, linear: 7, relu, linear: 4]
        taps: \(taps)
        """), hasWeights: true)
  }

  /// A tap of a pooling layer that keeps its map becomes a tap of the layer before it, since the graph has only that
  /// one.
  @Test func aTapWithoutOperators() throws {
    let original = try graph(
      "input: [3, 20, 20]\nfeatures: [8, M]\navgpool: 10\nclassifier: {hidden: [], classes: 3}\ntaps: [avgpool]\n"
    )
    try withTemporaryFolder { folder in
      let path = folder.path + "/net.onnx"
      try emitONNX(original, Self.provenance, weights: .seed(7)).write(
        to: path, weights: SeededInitializer(seed: 7))
      #expect(try importedGraph(importFile(path, weights: nil)).taps.map(\.name) == ["pool1"])
    }
  }

  /// Rectangular images, and weights next to the model in a separate file.
  @Test func weightsInAnotherFile() throws {
    let original = try graph(
      "input: [3, 20, 20]\nfeatures: [8, M, 8]\nclassifier: {hidden: [9], classes: 4}\n")
    try withTemporaryFolder { folder in
      let path = folder.path + "/net.onnx"
      try emitONNX(original, Self.provenance, weights: .seed(7)).write(
        to: path, weights: SeededInitializer(seed: 7), hasDataFile: true)
      try expectSame(importFile(path, weights: nil), original, seed: 7)
    }
  }

  private func expectIdentity(
    of graph: ModelGraph, hasWeights: Bool, _ comment: Comment = ""
  ) throws {
    try withTemporaryFolder { folder in
      let path = folder.path + "/net.onnx"
      let model = emitONNX(graph, Self.provenance, weights: hasWeights ? .seed(7) : .absent)
      try model.write(to: path, weights: SeededInitializer(seed: 7))
      try expectSame(
        importFile(path, weights: nil), graph, seed: hasWeights ? 7 : nil, comment)
    }
  }

  private func expectSame(
    _ file: ImportedFile, _ graph: ModelGraph, seed: UInt64?, _ comment: Comment = ""
  ) throws {
    let read = try importedGraph(file, comment)
    #expect(read.name == graph.name)
    #expect(read.input == graph.input)
    // Only the first difference is reported, since a whole list would be too long to read.
    let (lines, originals) = (Self.lines(read), Self.lines(graph))
    #expect(lines.count == originals.count, comment)
    let different = zip(lines, originals).first { $0 != $1 }
    #expect(different == nil, comment)
    #expect(Self.taps(read) == Self.taps(graph), comment)
    #expect(read.preprocessing == graph.preprocessing, comment)
    #expect(read.labels == graph.labels)
    guard let seed else { return }
    let weights = try #require(try file.weights(for: read))
    let initial = SeededInitializer(seed: seed)
    for (tensor, original) in zip(read.stateTensors, graph.stateTensors) {
      #expect(tensor.shape == original.shape)
      #expect(
        try weights.tensor(tensor.name, shape: tensor.shape).values
          == initial.tensor(original.name, shape: original.shape).values, "\(original.name)")
    }
  }

  /// The names of the taps, and their layers by the number of layers with operators up to each.
  private static func taps(_ graph: ModelGraph) -> [String] {
    let running = Set(graph.runningLayers.values)
    return graph.taps.map { tap in
      "\(tap.name) \(graph.layers[...tap.layer].count { running.contains($0.name) })"
    }
  }

  /// The layers that have operators: dropout and a pooling layer that keeps its map have none in ONNX, and a `ceil`
  /// without effect leaves no trace.
  private static func lines(_ graph: ModelGraph) -> [String] {
    let running = Set(graph.runningLayers.values)
    return graph.layers.filter { running.contains($0.name) }.map {
      "\($0.kind) \($0.input) \($0.output) \($0.parameters) \($0.macs)"
        .replacing("ceil: true", with: "ceil: false")
    }
  }
}

extension Layer {
  fileprivate var isConvolution: Bool {
    if case .conv2d = kind { true } else { false }
  }

  fileprivate var isLinear: Bool {
    if case .linear = kind { true } else { false }
  }
}
