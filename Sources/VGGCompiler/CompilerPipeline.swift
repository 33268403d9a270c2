import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGSyntax

/// The compiler as one chain of values:
///
///     SourceFile --parse--> SyntaxNode --resolve--> [ModelSpec] --check--> [CheckedModel]
///
/// Each stage is a function of the module that is named for its result, and yields diagnostics beside it. Reports
/// and emitters take it from there.
package struct CompilerPipeline: Sendable {
  /// How files that a configuration names (`extends`, `labels`) are read.
  package var reader: SourceReader
  /// Check as if the configuration said this input, channels x height x width.
  package var input: MapShape?
  /// Compile only the model of this name.
  package var modelName: String?

  package init(reader: SourceReader, input: MapShape? = nil, modelName: String? = nil) {
    self.reader = reader
    self.input = input
    self.modelName = modelName
  }

  /// Compiles one file: the model of `modelName`, or all.
  ///
  /// - Throws: ``UnknownModel`` when `modelName` names none of the file's models.
  package func compile(_ file: SourceFile) throws(UnknownModel) -> Compilation {
    try compile(file) { models throws(UnknownModel) in try chosen(from: models) }
  }

  /// Compiles every model of one file.
  package func compileAll(_ file: SourceFile) -> Compilation {
    compile(file) { $0 }
  }

  private func compile<Failure: Error>(
    _ file: SourceFile, choosing: ([ModelSpec]) throws(Failure) -> [ModelSpec]
  ) throws(Failure) -> Compilation {
    var sources = SourceMap()
    let source = sources.add(file)
    let parsed = parseYAML(source, in: sources)
    let resolved = resolve(parsed.root, of: source, in: &sources, reader: reader)
    let earlier = parsed.diagnostics + resolved.diagnostics
    let outcomes = try choosing(resolved.models).map { check(overridden($0), earlier: earlier) }
    let found = outcomes.flatMap(\.diagnostics)
    return Compilation(
      sources: sources, main: source, models: outcomes.map(\.model),
      holdsSeveralModels: resolved.models.count > 1,
      diagnostics: (earlier + found).withoutRepeats.inSourceOrder)
  }

  private func chosen(from models: [ModelSpec]) throws(UnknownModel) -> [ModelSpec] {
    guard let modelName, !models.isEmpty else { return models }
    let chosen = models.filter { $0.name.value == modelName }
    guard chosen.isEmpty else { return chosen }
    throw UnknownModel(name: modelName, known: models.map(\.name.value))
  }

  private func overridden(_ spec: ModelSpec) -> ModelSpec {
    guard let input, let stated = spec.input else { return spec }
    var copy = spec
    copy.input = Spanned(input, at: stated.range)
    return copy
  }
}

/// A model was asked for by a name that the file does not have.
package struct UnknownModel: Error {
  package let name: String
  package let known: [String]

  /// The known name most like the one asked for.
  package var nearest: String? { nearestName(to: name, among: known) }
}
