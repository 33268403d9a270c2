/// Text made line by line, with the indentation of each line kept in one place.
///
/// For example: `print("struct A {")`, `indented { $0.print("let b = 1") }`, `print("}")`.
struct CodePrinter {
  /// Columns that a line should not go beyond.
  static let lineLength = 100
  /// Spaces a level.
  static let indentation = 2

  private(set) var text = ""
  private var level = 0

  /// The columns that the indentation leaves on a line.
  var room: Int { Self.lineLength - level * Self.indentation }

  /// Adds a line; an empty one gets no indentation.
  mutating func print(_ line: String = "") {
    if !line.isEmpty {
      text.append(String(repeating: " ", count: level * Self.indentation))
      text.append(line)
    }
    text.append("\n")
  }

  /// Runs `body` with lines one level further in.
  mutating func indented(_ body: (inout CodePrinter) -> Void) {
    level += 1
    body(&self)
    level -= 1
  }

  /// Runs `body` for each element, with an empty line between two.
  mutating func separated<Element>(
    _ elements: [Element], _ body: (inout CodePrinter, Element) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      if index > 0 { print() }
      body(&self, element)
    }
  }
}
