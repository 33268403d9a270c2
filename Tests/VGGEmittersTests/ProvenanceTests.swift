import Testing
import VGGTestSupport

@testable import VGGEmitters

@Suite struct ProvenanceTests {
  @Test(arguments: [
    ("custom.yaml", nil, "vggc emit custom.yaml --swift"),
    ("D", nil, "vggc emit D --swift"),
    ("-", nil, "vggc emit - --swift"),
    ("모델.yaml", nil, "vggc emit 모델.yaml --swift"),
    ("vgg-paper.yaml", "A-LRN", "vggc emit vgg-paper.yaml --model A-LRN --swift"),
    ("my net.yaml", "it's", #"vggc emit 'my net.yaml' --model 'it'\''s' --swift"#),
    ("$(rm x).yaml", "", "vggc emit '$(rm x).yaml' --model '' --swift"),
  ])
  func command(_ source: String, _ model: String?, _ expected: String) {
    let provenance = Provenance(version: "1.2.3", source: source, sha256: "00", model: model)
    #expect(provenance.command("--swift") == expected)
  }

  @Test func theHeaderNamesVersionFileDigestTotalsAndCommand() throws {
    let graph = try SampleModel.custom.graph()
    let lines = emitSwift([NamedNetwork(graph)], .test).split(separator: "\n").prefix {
      $0.hasPrefix("//")
    }
    let header = lines.joined(separator: " ")
    for part in [
      "vggc \(Provenance.test.version)", Provenance.test.source, Provenance.test.sha256,
      "35,523,594 parameters", "MACs", "vggc emit model.yaml --swift",
    ] {
      #expect(header.contains(part), "\(part) in \(header)")
    }
  }
}
