/// A whole file of Swift, as a structure: what the translators make and only the renderer turns
/// into text.
struct SwiftFile {
  /// The first line's directive, where the file needs one: `swift-tools-version: 6.2`.
  var directive: String?
  /// Paragraphs of `//` comments at the top.
  var header: [HeaderPart] = []
  /// Module names.
  var imports: [String] = []
  var declarations: [SwiftDeclaration] = []
  /// Statements at the top level, of a `main.swift` or a manifest.
  var statements: [SwiftStatement] = []

  /// A part of the header; an empty `//` line stands between two.
  enum HeaderPart: Hashable, Sendable {
    /// Wrapped to the line's length.
    case paragraph(String)
    /// Kept as it is, further in.
    case command(String)
    /// Kept as it is, where a tool looks for it.
    case directive(String)
  }
}
