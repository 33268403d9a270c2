/// A whole Swift file, as a structure: the translators make it, and only the renderer turns it into
/// text.
struct SwiftFile {
  /// The directive of the first line, if the file needs one: `swift-tools-version: 6.2`.
  var directive: String?
  /// Paragraphs of `//` comments at the top.
  var header: [HeaderPart] = []
  var imports: [SwiftImport] = []
  var declarations: [SwiftDeclaration] = []
  /// Statements at the top level, of a `main.swift` or a manifest.
  var statements: [SwiftStatement] = []

  /// A part of the header; an empty `//` line separates two parts.
  enum HeaderPart: Hashable, Sendable {
    /// Text that is wrapped to the line length.
    case paragraph(String)
    /// Text that is kept unchanged, indented.
    case command(String)
    /// Text that is kept unchanged, where a tool looks for it.
    case directive(String)
  }
}
