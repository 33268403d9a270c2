import Testing
import VGGEmitters
import VGGTestSupport

@Suite struct GoldenTests {
  @Test(arguments: SampleModel.emitted) func swift(_ sample: SampleModel) throws {
    try expectGolden(
      emitSwift([NamedNetwork(sample.graph())], .test), "\(sample.folder)/Model.swift")
  }

  @Test(arguments: SampleModel.emitted) func json(_ sample: SampleModel) throws {
    try expectGolden(emitJSON(sample.graph(), .test), "\(sample.folder)/graph.json")
  }

  @Test(arguments: SampleModel.emitted) func pyTorch(_ sample: SampleModel) throws {
    let graph = try sample.graph()
    try expectGolden(emitPyTorch([NamedNetwork(graph)], .test), "\(sample.folder)/model.py")
    try expectGolden(printedFeatures(graph), "\(sample.folder)/features.txt")
  }

  /// The files of a whole package, one after the other under their paths.
  @Test(arguments: SampleModel.emitted.suffix(4)) func package(_ sample: SampleModel) throws {
    let files = try emitPackage(
      NamedNetwork(sample.graph()), .test,
      runtime: .url("https://example.com/vggc.git", from: "0.1.0"))
    let text = files.map { "=== \($0.path)\n\($0.contents)" }.joined()
    try expectGolden(text, "\(sample.folder)/package.txt")
  }

  /// The output does not depend on anything from an earlier run, such as the order of a hash table.
  @Test(arguments: SampleModel.emitted) func identicalInputGivesIdenticalBytes(
    _ sample: SampleModel
  )
    throws
  {
    let runtime = RuntimeDependency.path("/checkout")
    let (first, second) = (try sample.graph(), try sample.graph())
    #expect(emitSwift([NamedNetwork(first)], .test) == emitSwift([NamedNetwork(second)], .test))
    #expect(
      emitPyTorch([NamedNetwork(first)], .test) == emitPyTorch([NamedNetwork(second)], .test))
    #expect(try emitJSON(first, .test) == emitJSON(second, .test))
    #expect(
      emitPackage(NamedNetwork(first), .test, runtime: runtime)
        == emitPackage(NamedNetwork(second), .test, runtime: runtime))
  }
}
