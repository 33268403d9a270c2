import Testing
import VGGCompiler
import VGGDiagnostics
import VGGEmitters
import VGGGraph
import VGGSpec

/// The graph of a configuration that holds one sound model.
func graph(_ yaml: String) throws -> ModelGraph {
  let reader = SourceReader { path throws(UnreadableFile) in
    throw UnreadableFile(reason: "the tests' configurations name no files")
  }
  let compilation = try CompilerPipeline(reader: reader).compile(
    SourceFile(name: "model.yaml", text: yaml))
  let errors = compilation.diagnostics.filter { $0.severity == .error }
  #expect(errors.map(\.message) == [])
  return try #require(compilation.graphs.first)
}

/// The graph of a configuration that vggc knows by name.
func builtIn(_ name: String) throws -> ModelGraph {
  try graph(#require(BuiltInConfiguration.named(name)).text)
}

extension Provenance {
  /// The same for every test, so that golden files change only with what is emitted.
  static let test = Provenance(
    version: "0.0.0", source: "model.yaml", sha256: String(repeating: "0123456789abcdef", count: 4))
}
