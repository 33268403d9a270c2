import VGGCompilation
import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGSyntax

/// The compiler's result for one version of a document.
struct Analysis: Sendable {
  let document: OpenDocument
  let compilation: Compilation
  /// The other files that the result depends on, whether or not they exist.
  let dependencies: Set<String>
  let pipeline: CompilerPipeline
  private let tree: Lazy<SyntaxNode?>
  private let writing: Lazy<WrittenDocument?>
  private let names: Lazy<YAMLReferences>

  /// - Parameters:
  ///   - open: the texts of all open documents, by path.
  ///   - disk: reads files that are not open, by absolute path.
  init(_ document: OpenDocument, open: [String: [UInt8]], disk: SourceReader) {
    let reader = DocumentReader(folder: document.folder ?? "", open: open, disk: disk)
    self.document = document
    pipeline = CompilerPipeline(reader: reader.sourceReader)
    compilation = pipeline.compileAll(document.file)
    dependencies = reader.paths
    let (main, sources) = (compilation.main, compilation.sources)
    tree = Lazy { parseYAML(main, in: sources).root }
    writing = Lazy { parseWritten(main, in: sources).document }
    names = Lazy { VGGSyntax.references(in: main, of: sources) }
  }

  var positions: TextPositions { document.positions }
  var file: SourceFile { document.file }
  var main: SourceID { compilation.main }

  /// The text's syntax tree; `nil` if the text is not valid YAML.
  var root: SyntaxNode? { tree.value }

  /// The text as it is written, with its comments; `nil` if it is not valid YAML.
  var written: WrittenDocument? { writing.value }

  var references: YAMLReferences { names.value }

  /// The document after applying every fix-it that edits it.
  var fixedText: String {
    let fixed = (try? pipeline.fixed(file))?.file ?? file
    return fixed.text
  }

  /// Whether a range is in the document itself, not in a file that it names.
  func isOwn(_ range: SourceRange) -> Bool { range.source == main }

  /// The path of another file of the compilation; `nil` for a built-in configuration.
  func path(of source: SourceID) -> String? {
    guard source != main else { return document.path }
    let path = path(named: compilation.sources[source].name)
    return dependencies.contains(path) || !isBuiltIn(source) ? path : nil
  }

  /// The absolute path of a file that the document names.
  func path(named name: String) -> String {
    DocumentReader.absolute(name, in: document.folder ?? "")
  }

  private func isBuiltIn(_ source: SourceID) -> Bool {
    let file = compilation.sources[source]
    return BuiltInConfiguration.named(file.name).map { Array($0.text.utf8) == file.bytes } ?? false
  }
}
