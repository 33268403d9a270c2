import Testing
import VGGCompilation
import VGGGraph
import VGGModelFiles
import VGGTestSupport

/// A network written as Keras's JSON is read back as the same network.
@Suite struct KerasIdentityTests {
  private static let configurations = Checkout.files(in: "Configs")
    .filter { $0.hasSuffix(".yaml") && !$0.contains("mistakes") }

  @Test func configurationsComeBack() throws {
    var count = 0
    for path in Self.configurations {
      for graph in try graphs(ofFile: path) where try comesBack(graph) { count += 1 }
    }
    // Keras does not have those with local response normalisation or average pooling to 7 x 7.
    #expect(count >= 10)
  }

  /// 200 networks of each kind of random ones that Keras can express.
  @Test(arguments: [RandomNetwork.Choice.usual, .activations])
  func randomNetworksComeBack(_ choice: RandomNetwork.Choice) throws {
    var count = 0
    for seed in 0..<UInt64(4000) where count < 200 {
      let configuration = RandomNetwork(seed: seed, of: choice).configuration
      if try comesBack(graph(configuration), "\(configuration)") { count += 1 }
    }
    #expect(count == 200)
  }

  /// Whether Keras can express the network, which is then read from its JSON.
  private func comesBack(_ graph: ModelGraph, _ comment: Comment = "") throws -> Bool {
    guard let json = KerasWriter.json(of: graph) else { return false }
    let read = try withTemporaryFolder { folder in
      try importedGraph(
        importFile(folder.write(Array(json.utf8), to: "net.json"), weights: nil), comment)
    }
    #expect(read.input == graph.input)
    let (lines, originals) = (Self.lines(read), Self.lines(graph))
    #expect(lines.count == originals.count, comment)
    let different = zip(lines, originals).first { $0 != $1 }
    #expect(different == nil, comment)
    return true
  }

  /// A `ceil` without effect leaves no trace.
  private static func lines(_ graph: ModelGraph) -> [String] {
    graph.layers.map {
      "\($0.kind) \($0.input) \($0.output) \($0.parameters) \($0.macs)"
        .replacing("ceil: true", with: "ceil: false")
    }
  }
}
