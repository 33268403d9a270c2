import Foundation
import Testing
import VGGEmitters
import VGGGraph
import VGGTestSupport

/// Emitted Swift passes swift-format's lint, with this project's configuration and with
/// swift-format's default.
@Suite struct FormattingTests {
  @Test func lint() throws {
    try withTemporaryFolder { folder in
      for (index, text) in try Self.sources().enumerated() {
        try folder.write(text, to: "\(index).swift")
      }
      let command = ["swift", "format", "lint", "--strict", "--recursive", folder.path]
      for configuration in [[], ["--configuration", Checkout.file(".swift-format").path]] {
        let result = try Tool.run(command + configuration, in: folder.url)
        #expect(result.status == 0, "\(result.errors)")
      }
    }
  }

  /// Every sample and every file of its package, and networks with the longest possible names and
  /// numbers.
  private static func sources() throws -> [String] {
    var graphs = try SampleModel.emitted.map { try $0.graph() }
    graphs += try (1...10).map { try graph(RandomNetwork(seed: $0).configuration) }
    graphs.append(try graph(longNames))
    graphs.append(try graph(largeNumbers))
    return try graphs.flatMap { graph in
      try files(graph, Provenance.test) + files(graph, longProvenance)
    }
  }

  private static func files(_ graph: ModelGraph, _ provenance: Provenance) throws -> [String] {
    let path = "/" + String(repeating: "a long folder/", count: 20)
    let package = emitPackage(NamedNetwork(graph), provenance, runtime: .path(path))
    return [emitSwift([NamedNetwork(graph)], provenance)]
      + package.filter { $0.path.hasSuffix(".swift") }.map(\.contents)
  }

  private static let longProvenance = Provenance(
    version: "0.0.0", source: String(repeating: "folder/", count: 30) + "it's\n a 모델.yaml",
    sha256: String(repeating: "0", count: 64), model: String(repeating: "m", count: 120))

  private static let longNames = """
    name: \(String(repeating: "a name of many words ", count: 20))
    input: [1, 8, 8]
    features: [4, M]
    classifier: {hidden: [], classes: 2}
    labels: [\(String(repeating: "label ", count: 40)), \(String(repeating: "label", count: 40))]
    """

  private static let largeNumbers = """
    input: [1, 1048576, 1048576]
    features:
      - {conv: 1000000, kernel: 1024, stride: 1024, padding: 1000}
      - {lrn: 1001, alpha: 1e-20, beta: 999.987654321, k: 1e-6}
      - {maxpool: 1024, stride: 1024, padding: 512, ceil: true}
    avgpool: [1000000, 1000000]
    classifier: [{linear: 1}]
    """
}
