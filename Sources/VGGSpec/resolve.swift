import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The result of resolving: the models of a file, and the problems of the file as a whole.
package struct ResolvedFile: Sendable {
  package let models: [ResolvedModel]
  package let diagnostics: [Diagnostic]
}

/// One of a file's models, and its problems.
package struct ResolvedModel: Sendable {
  package let name: String
  /// `nil` if the value under the name is not a model.
  package let spec: ModelSpec?
  /// The findings in the model itself and in the parts that it inherits; in a file of one model, the file has them.
  package let diagnostics: [Diagnostic]
}

/// Resolves a file's tree to its models: keys known and typed, defaults filled in, `extends` and
/// `models` followed.
///
/// Files that the configuration extends are read through `reader` and added to `sources`.
package func resolve(
  _ root: SyntaxNode?, of source: SourceID, in sources: inout SourceMap, reader: SourceReader
) -> ResolvedFile {
  var resolver = Resolver(sources: sources, reader: reader)
  let models = resolver.models(of: root, in: source)
  sources = resolver.sources
  return ResolvedFile(models: models, diagnostics: resolver.diagnostics)
}
