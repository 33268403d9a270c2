import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGPhrasebooks

/// A compiled configuration: its networks, and a diagnostic for each mistake.
///
/// For example: `CompiledConfiguration(yaml: "extends: D\ninput: [3, 64, 64]").networks[0].totals.parameters`.
public struct CompiledConfiguration: Sendable {
  let compilation: Compilation
  private let files: ConfigurationFiles

  /// The checked networks of all models without errors, in the order of the file.
  public let networks: [Network]

  /// Compiles YAML text.
  ///
  /// - Parameters:
  ///   - yaml: The configuration's text, in the language of `Docs/Language.md`; at most 16 MiB, or there is a diagnostic.
  ///   - fileName: The name shown in messages and emitted texts, whose folder is the base for other files.
  ///   - files: The files that the configuration can extend or take labels from.
  public init(
    yaml: String, fileName: String = "configuration.yaml", files: ConfigurationFiles = .none
  ) {
    self.init(utf8: Array(yaml.utf8), fileName: fileName, files: files)
  }

  /// Compiles the bytes of YAML text, such as a request's body; bytes that are not UTF-8 have a diagnostic.
  ///
  /// - Parameters:
  ///   - bytes: The configuration's text, in the language of `Docs/Language.md`; at most 16 MiB, or there is a diagnostic.
  ///   - fileName: The name shown in messages and emitted texts, whose folder is the base for other files.
  ///   - files: The files that the configuration can extend or take labels from.
  public init(
    utf8 bytes: [UInt8], fileName: String = "configuration.yaml", files: ConfigurationFiles = .none
  ) {
    let pipeline = CompilerPipeline(reader: files.reader)
    self.init(pipeline.compileAll(SourceFile(name: fileName, bytes: bytes)), files)
  }

  private init(_ compilation: Compilation, _ files: ConfigurationFiles) {
    self.compilation = compilation
    self.files = files
    networks = compilation.networks.map { Network($0, of: compilation) }
  }

  /// The text that was compiled; bytes that are not UTF-8 are U+FFFD.
  public var yaml: String { compilation.file.text }

  /// Whether every model passed every check; warnings are not errors.
  public var isSound: Bool { !compilation.diagnostics.hasErrors }

  /// The configuration with every certain fix-it applied to its text, round after round until none is left, as
  /// `vggc check --fix` does; ``yaml`` is the new text. Files that it extends are not changed.
  public func fixed() -> CompiledConfiguration {
    let pipeline = CompilerPipeline(reader: files.reader)
    return CompiledConfiguration(pipeline.fixedAll(compilation), files)
  }
}
