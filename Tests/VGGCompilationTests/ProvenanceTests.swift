import Testing
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGTestSupport

/// The names under which emitted files refer to their configuration.
@Suite struct ProvenanceTests {
  /// Emitted files are the same bytes wherever the configuration is.
  @Test(arguments: [
    ("net.yaml", "net.yaml"), ("Configs/net.yaml", "net.yaml"),
    ("/home/someone/Configs/net.yaml", "net.yaml"), ("../net.yaml", "net.yaml"),
    (SourceFile.standardInput, SourceFile.standardInput), ("vgg16", "vgg16"),
  ])
  func fileWithoutFolder(_ path: String, _ source: String) {
    let text = "name: a\ninput: [1, 8, 8]\nfeatures: [4]\nclassifier: [{linear: 3}]\n"
    let compilation = ConfigurationFiles.compile(Array(text.utf8), as: path)
    #expect(compilation.provenance.source == source)
    #expect(compilation.graphs.first.map { compilation.provenance(of: $0).source } == source)
    #expect(compilation.provenance(named: "Sources/App/net.yaml").source == "Sources/App/net.yaml")
  }
}
