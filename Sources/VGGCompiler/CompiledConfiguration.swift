import VGGDiagnostics
import VGGEmitters
import VGGFindings
import VGGGraph
import VGGLessons
import VGGPhrasebooks
import VGGTables

/// A compiled configuration, for programs that use the compiler as a library.
///
/// For example: `CompiledConfiguration(yaml: "extends: D\ninput: [3, 64, 64]").summary()` is the output
/// of `vggc summary`.
public struct CompiledConfiguration: Sendable {
  private let compilation: Compilation

  /// Compiles YAML text; files that it extends are read from the current folder.
  ///
  /// - Parameters:
  ///   - yaml: The configuration's text, in the language of `Docs/Language.md`.
  ///   - fileName: The name shown in messages, whose folder is the base for other files.
  public init(yaml: String, fileName: String = "configuration.yaml") {
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
    compilation = pipeline.compileAll(SourceFile(name: fileName, text: yaml))
  }

  /// Whether every model passed every check; warnings are not errors.
  public var isSound: Bool {
    !compilation.diagnostics.hasErrors
  }

  /// The names of the models that passed, in the order of the file.
  public var modelNames: [String] {
    compilation.graphs.map(\.name)
  }

  /// All errors and warnings, as `vggc check` prints them; empty if there are none.
  public func diagnostics() -> String {
    TextRenderer().render(report)
  }

  /// The diagnostics as the JSON of `vggc check --format json`.
  ///
  /// - Throws: `EncodingError`, which no diagnostic causes.
  public func diagnosticsJSON() throws -> String {
    try JSONRenderer().render([report])
  }

  /// Every layer of every model with its shapes, arithmetic and costs, as `vggc summary` prints them.
  ///
  /// - Parameter width: The maximum number of columns in a line.
  public func summary(width: Int = 80) -> String {
    SummaryReport(compilation.models).text(width: width)
  }

  /// The lesson of `vggc explain` on every model.
  ///
  /// - Parameter width: The maximum number of columns in a line.
  public func explanation(width: Int = 80) -> String {
    compilation.models.map { Explanation($0).text(width: width) }.joined(separator: "\n")
  }

  /// A model as Swift source for VGGRuntime, with shapes in the types; `nil` if no model of that name passed.
  public func swiftSource(of modelName: String) -> String? {
    compilation.networks.first { $0.graph.name == modelName }.map {
      emitSwift([$0], compilation.provenance(of: $0.graph))
    }
  }

  /// A model's checked graph as JSON, as `Docs/schema/graph.schema.json` describes it; `nil` if no model of
  /// that name passed.
  ///
  /// - Throws: `EncodingError`, which no checked graph causes.
  public func graphJSON(of modelName: String) throws -> String? {
    try compilation.graphs.first { $0.name == modelName }.map {
      try emitJSON($0, compilation.provenance(of: $0))
    }
  }

  private var report: DiagnosticReport {
    DiagnosticReport(
      compilation.diagnostics, in: compilation.sources, phrasebook: EnglishFindings())
  }
}
