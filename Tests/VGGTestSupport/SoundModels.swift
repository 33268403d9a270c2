import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec

/// The graph of a configuration with one valid model.
package func graph(_ text: String, input: MapShape? = nil) throws -> ModelGraph {
  try #require(soundGraphs(compile(text, input: input)).first)
}

/// The graph of a built-in configuration.
package func builtIn(_ name: String, input: MapShape? = nil) throws -> ModelGraph {
  try graph(try #require(BuiltInConfiguration.named(name)).text, input: input)
}

/// The graphs of a valid file of the repository.
package func graphs(ofFile path: String) throws -> [ModelGraph] {
  try soundGraphs(ConfigurationFiles.compile(path))
}

private func soundGraphs(_ compilation: Compilation) -> [ModelGraph] {
  let errors = compilation.diagnostics.filter { $0.severity == .error }
  #expect(errors.map(\.message) == [], "\(compilation.file.name)")
  return compilation.graphs
}
