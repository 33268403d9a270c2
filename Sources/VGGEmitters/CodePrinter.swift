/// Text made line by line, with the indentation of each line kept in one place.
///
/// For example: `print("struct A {")`, `indented { $0.print("let b = 1") }`, `print("}")`.
struct CodePrinter {
  /// Columns that a line should not go beyond.
  let lineLength: Int
  /// Spaces a level.
  let indentation: Int

  private(set) var lines: [String] = []
  private var level = 0

  init(lineLength: Int = 100, indentation: Int = 2) {
    self.lineLength = lineLength
    self.indentation = indentation
  }

  /// All lines, each with a line break at its end.
  var text: String {
    lines.reduce(into: "") { text, line in
      text += line
      text += "\n"
    }
  }

  /// The columns that the indentation leaves on a line.
  var room: Int { lineLength - level * indentation }

  /// Adds a line; an empty one gets no indentation.
  mutating func print(_ line: String = "") {
    lines.append(indented(line))
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

  /// Puts a line before the line number `index`, counted from 0, with the present indentation.
  mutating func insert(_ line: String, at index: Int) {
    lines.insert(indented(line), at: index)
  }

  private func indented(_ line: String) -> String {
    line.isEmpty ? "" : String(repeating: " ", count: level * indentation) + line
  }
}
