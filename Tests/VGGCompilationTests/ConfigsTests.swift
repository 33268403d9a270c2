import Testing
import VGGGraph
import VGGSpec
import VGGTestSupport

@Suite struct ConfigsTests {
  @Test func theFolderHoldsWhatTheReadmeSays() {
    #expect(
      Checkout.files(in: "Configs").map { $0.dropFirst("Configs/".count) } == [
        "a-lrn.yaml", "a.yaml", "b.yaml", "c.yaml", "custom.yaml", "d.yaml", "dense.yaml", "e.yaml",
        "embedding.yaml", "lpips.yaml", "perceptual.yaml", "vgg-paper.yaml",
        "vgg11_bn.yaml", "vgg13_bn.yaml", "vgg16_bn.yaml", "vgg19_bn.yaml",
      ])
  }

  @Test(arguments: Checkout.files(in: "Configs"))
  func everyFileIsSoundWithoutAWarning(path: String) throws {
    let compilation = try ConfigurationFiles.compile(path)
    #expect(compilation.diagnostics.isEmpty)
    #expect(compilation.graphs.count == (path.hasSuffix("vgg-paper.yaml") ? 6 : 1))
  }

  /// The file of a paper's configuration, the built-in of that name, and the model in
  /// vgg-paper.yaml are the same network.
  @Test(arguments: ["A", "A-LRN", "B", "C", "D", "E"])
  func filesAndBuiltInsAgree(name: String) throws {
    let text = try #require(BuiltInConfiguration.named(name)).text
    let builtIn = try #require(compile(text).graphs.first)
    let file = try #require(
      try ConfigurationFiles.compile("Configs/\(name.lowercased()).yaml").graphs.first)
    let paper = try #require(
      try ConfigurationFiles.compile("Configs/vgg-paper.yaml").graphs.first { $0.name == name })
    for graph in [file, paper] {
      #expect(graph.name == name)
      #expect(graph.layers.map(\.kind) == builtIn.layers.map(\.kind))
      #expect(graph.layers.map(\.name) == builtIn.layers.map(\.name))
      #expect(graph.totals == builtIn.totals)
    }
  }

  @Test func custom() throws {
    let graph = try #require(try ConfigurationFiles.compile("Configs/custom.yaml").graphs.first)
    #expect(graph.input.description == "3x32x32")
    #expect(graph.totals.flattened == 4_096)
    #expect(graph.totals.parameters == 35_523_594)
    #expect(graph.output == .vector(10))
  }
}
