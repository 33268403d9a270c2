/// A whole Python file, as a structure: the translators make it, and only the renderer turns it into
/// text.
struct PythonFile {
  /// Paragraphs of `#` comments at the top.
  var header: [HeaderPart] = []
  /// Import statements, line by line; an empty line separates groups.
  var imports: [String] = []
  /// Classes, separated by two empty lines.
  var classes: [PythonClass] = []
  /// Statements at the top level, after the classes.
  var statements: [PythonStatement] = []

  /// A part of the header; an empty `#` line separates two parts.
  enum HeaderPart: Hashable, Sendable {
    /// Text that is wrapped to the line length.
    case paragraph(String)
    /// Text that is kept unchanged, indented.
    case command(String)
  }
}

/// A class with its attributes and methods.
struct PythonClass {
  var name: String
  var base: String
  /// Paragraphs; the first is a single line.
  var documentation: [String]
  /// Statements of the class itself: attributes and fields.
  var attributes: [PythonStatement] = []
  var methods: [PythonFunction] = []
}

/// A method; `self` is written by the renderer.
struct PythonFunction {
  var name: String
  /// Parameters as they are written: `image: Tensor`.
  var parameters: [String] = []
  var result: String
  /// Paragraphs, the first of which is a single line; empty if the name says enough.
  var documentation: [String] = []
  var body: [PythonStatement]
}
