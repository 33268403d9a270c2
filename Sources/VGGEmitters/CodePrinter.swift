import VGGDiagnostics

/// Writes text line by line, and keeps track of each line's indentation in one place.
///
/// For example: `print("struct A {")`, `indented { $0.print("let b = 1") }`, `print("}")`.
struct CodePrinter {
  /// The columns that a line should not exceed.
  let lineLength: Int
  /// The number of spaces per level.
  let indentation: Int

  /// Whether no line has been printed.
  private(set) var isEmpty = true
  private let sink: TextSink
  private var level = 0
  /// Lines that are not written yet; `nil` if each line is written at once.
  private var held: [String]?

  /// - Parameter sink: The destination of all lines, each with a line break at its end.
  init(lineLength: Int = 100, indentation: Int = 2, to sink: TextSink) {
    self.lineLength = lineLength
    self.indentation = indentation
    self.sink = sink
  }

  /// The columns that remain on a line after the indentation.
  var room: Int { lineLength - level * indentation }

  /// Adds a line; an empty one gets no indentation.
  mutating func print(_ line: String = "") {
    write(indented(line))
  }

  /// Runs `body` with its lines indented one level further.
  mutating func indented(_ body: (inout CodePrinter) -> Void) {
    level += 1
    body(&self)
    level -= 1
  }

  /// Runs `body` for each element, with an empty line between two elements.
  mutating func separated<Element>(
    _ elements: some Sequence<Element>, _ body: (inout CodePrinter, Element) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      if index > 0 { print() }
      body(&self, element)
    }
  }

  /// Prints the lines of `body`, after the lines that `preface` returns for them.
  mutating func prefaced(
    _ preface: ([String]) -> [String], _ body: (inout CodePrinter) -> Void
  ) {
    let before = held
    held = []
    body(&self)
    let lines = held ?? []
    held = before
    for line in preface(lines) { print(line) }
    for line in lines { write(line) }
  }

  private mutating func write(_ line: String) {
    isEmpty = false
    guard held == nil else {
      held?.append(line)
      return
    }
    sink.write(line)
    sink.write("\n")
  }

  private func indented(_ line: String) -> String {
    line.isEmpty ? "" : String(repeating: " ", count: level * indentation) + line
  }
}
