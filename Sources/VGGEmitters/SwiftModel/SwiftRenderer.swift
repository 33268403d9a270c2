import VGGDiagnostics

/// Turns a structured file into text: the only place that knows Swift's punctuation and line-breaking
/// rules.
struct SwiftRenderer {
  private var printer: CodePrinter

  /// The text of `file`, which ends with a line break.
  static func text(of file: SwiftFile) -> String { TextSink.text { write(file, to: $0) } }

  /// Writes the text of `file`, which ends with a line break.
  static func write(_ file: SwiftFile, to sink: TextSink) {
    var renderer = SwiftRenderer(printer: CodePrinter(to: sink))
    renderer.render(file)
  }

  private mutating func render(_ file: SwiftFile) {
    if let directive = file.directive { printer.print("// \(directive)") }
    for (index, part) in file.header.enumerated() {
      if index > 0 || file.directive != nil { printer.print("//") }
      printer.print(part)
    }
    if !file.header.isEmpty { printer.print() }
    for line in file.imports.flatMap(\.lines) { printer.print(line) }
    if !file.imports.isEmpty, !(file.declarations.isEmpty && file.statements.isEmpty) {
      printer.print()
    }
    printer.separated(file.declarations) { $0.print($1) }
    for statement in file.statements { printer.print(statement) }
  }
}

extension CodePrinter {
  fileprivate mutating func print(_ part: SwiftFile.HeaderPart) {
    switch part {
    case .paragraph(let text): printComment(text)
    case .command(let text): print("//     \(printable(text))")
    case .directive(let text): print("// \(text)")
    }
  }

  /// Prints wrapped `//` lines.
  mutating func printComment(_ text: String) {
    for line in wrap(printable(text), width: room - 3) { print("// \(line)") }
  }

  /// Prints the statement; disables swift-format for it if one of its strings does not fit on a line.
  mutating func print(_ statement: SwiftStatement) {
    prefacedIfLong("statement") { $0.printLines(of: statement) }
  }

  /// Prints the lines of `body`, after a directive that disables swift-format for the next `node` if one of them is too
  /// long.
  mutating func prefacedIfLong(_ node: String, _ body: (inout CodePrinter) -> Void) {
    let lineLength = lineLength
    prefaced { lines in
      // A line has at least as many bytes as characters, and bytes are faster to count.
      let isLong = lines.contains { $0.utf8.count > lineLength && $0.count > lineLength }
      return isLong
        ? ["// A string in the next \(node) is longer than a line.", "// swift-format-ignore"]
        : []
    } _: { printer in
      body(&printer)
    }
  }

  private mutating func printLines(of statement: SwiftStatement) {
    switch statement {
    case .constant(let name, let type, let value):
      let annotation = type.map { ": \($0.text)" } ?? ""
      print(value, after: "let \(name)\(annotation) = ")
    case .assignment(let name, let value): print(value, after: "\(name) = ")
    case .return(let value): print(value, after: "return ")
    case .expression(let value): print(value)
    case .comment(let text): printComment(text)
    case .blankLine: print()
    }
  }
}

extension SwiftType {
  /// `FeatureMap<64, 224, 224>`.
  var text: String {
    guard !arguments.isEmpty else { return name }
    return "\(name)<\(arguments.map(\.swiftLiteral).joined(separator: ", "))>"
  }
}
