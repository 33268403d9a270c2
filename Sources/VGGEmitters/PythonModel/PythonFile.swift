/// A whole file of Python, as a structure: what the translators make and only the renderer turns
/// into text.
struct PythonFile {
  /// Paragraphs of `#` comments at the top.
  var header: [HeaderPart] = []
  /// Import statements, line by line; an empty line stands between groups.
  var imports: [String] = []
  /// Classes, two empty lines apart.
  var classes: [PythonClass] = []
  /// Statements at the top level, after the classes.
  var statements: [PythonStatement] = []

  /// A part of the header; an empty `#` line stands between two.
  enum HeaderPart: Hashable, Sendable {
    /// Wrapped to the line's length.
    case paragraph(String)
    /// Kept as it is, further in.
    case command(String)
  }
}

/// A class with its methods.
struct PythonClass {
  var name: String
  var base: String
  /// Paragraphs, of which the first is one line.
  var documentation: [String]
  var methods: [PythonFunction]
}

/// A method; `self` is written by the renderer.
struct PythonFunction {
  var name: String
  /// As they are written: `image: Tensor`.
  var parameters: [String] = []
  var result: String
  /// Paragraphs, of which the first is one line; nothing where the name says it.
  var documentation: [String] = []
  var body: [PythonStatement]
}
