import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGPhrasebooks

/// The result of compiling one file: its models, their diagnostics, and the texts that the
/// places point into.
package struct Compilation: Sendable {
  package let sources: SourceMap
  /// The file itself, as opposed to those that it extends.
  package let main: SourceID
  package let models: [CheckedModel]
  /// The names of all of the file's models, even if only one was compiled.
  package let modelNames: [String]
  /// In source order, each once.
  package private(set) var diagnostics: [Diagnostic]
  /// The digest of ``file``.
  let digest: FileDigest

  init(
    sources: SourceMap, main: SourceID, models: [CheckedModel], modelNames: [String],
    diagnostics: [Diagnostic]
  ) {
    self.sources = sources
    self.main = main
    self.models = models
    self.modelNames = modelNames
    self.diagnostics = diagnostics
    digest = FileDigest(sources[main])
  }

  package var file: SourceFile { sources[main] }

  /// The models that passed every check.
  package var graphs: [ModelGraph] {
    models.compactMap { model in
      if case .graph(let graph) = model { graph } else { nil }
    }
  }

  /// This compilation with the findings of `check` about each graph.
  package func checked(_ check: (ModelGraph) -> Diagnostic?) -> Compilation {
    var copy = self
    copy.diagnostics = (diagnostics + graphs.compactMap(check)).withoutRepeats.inSourceOrder
    return copy
  }
}
