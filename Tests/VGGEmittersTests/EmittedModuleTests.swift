import Testing
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGFindings
import VGGGraph
import VGGTestSupport

/// Emitted PyTorch modules, read back as configurations.
@Suite struct EmittedModuleTests {
  @Test(arguments: [
    SampleModel.custom, .d, .everyKind, .activations, .perceptual, .lpips, .dense,
  ]) func samplesComeBack(_ sample: SampleModel) throws {
    try expectIdentity(sample.graph())
  }

  @Test(arguments: 0..<UInt64(60)) func randomNetworksComeBack(_ seed: UInt64) throws {
    let choice: RandomNetwork.Choice =
      seed.isMultiple(of: 3) ? .dense : seed.isMultiple(of: 2) ? .usual : .activations
    try expectIdentity(graph(RandomNetwork(seed: seed, of: choice).configuration))
  }

  /// Taps keep their names, of either kind, and the order in which they are returned.
  @Test(arguments: [
    "[relu2_1, conv1_1]", "[features.0, pool1]", "[fc3, flatten, avgpool]", "[conv1_1, fc3, pool1]",
  ]) func tapsComeBack(_ taps: String) throws {
    try expectIdentity(
      graph(
        "input: [3, 16, 12]\nfeatures: [8, M, 16]\navgpool: [3, 2]\nclassifier: {hidden: [6], dropout: 0.5, classes: 4}\n"
          + "taps: \(taps)\n"))
  }

  /// A network that the language could only describe with layers that are not in the file is named, not guessed.
  @Test(arguments: ["until: flatten", "until: fc6\nclassifier: {dense: 7}"])
  func cutOffModulesAreNamed(_ end: String) throws {
    let graph = try graph("extends: A\n\(end)\n")
    let found = compile(emitPyTorch([NamedNetwork(graph)], .test)).diagnostics
    #expect(found.map(\.id) == [.foreignText])
    #expect(found.flatMap(\.fixIts).isEmpty)
  }

  private func expectIdentity(_ graph: ModelGraph) throws {
    let text = emitPyTorch([NamedNetwork(graph)], .test)
    let found = compile(text).diagnostics
    #expect(found.map(\.id) == [.foreignText])
    let configuration = try #require(
      found.first?.fixIts.first?.replacement, "\(found.map { ($0.message, $0.notes) })\n\(text)")
    let read = try #require(compile(configuration).graphs.first, "\(configuration)")
    #expect(read.input == graph.input)
    #expect(read.layers.map(Self.line) == graph.layers.map(Self.line), "\(configuration)")
    #expect(read.taps == graph.taps, "\(configuration)")
    #expect(read.name == graph.name)
  }

  /// A layer without its location in the text.
  private static func line(_ layer: Layer) -> String {
    "\(layer.name) \(layer.kind) \(layer.input) \(layer.output) \(layer.parameters)"
  }
}
