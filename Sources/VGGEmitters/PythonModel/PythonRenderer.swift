import VGGDiagnostics

/// Turns a structured file into text in the layout of the formatter Black: the only place that knows
/// Python's punctuation and line-breaking rules.
struct PythonRenderer {
  private var printer: CodePrinter

  /// The text of `file`, which ends with a line break.
  static func text(of file: PythonFile) -> String { TextSink.text { write(file, to: $0) } }

  /// Writes the text of `file`, which ends with a line break.
  static func write(_ file: PythonFile, to sink: TextSink) {
    var renderer = PythonRenderer(
      printer: CodePrinter(lineLength: 88, indentation: 4, to: sink))
    renderer.render(file)
  }

  private mutating func render(_ file: PythonFile) {
    for (index, part) in file.header.enumerated() {
      if index > 0 { printer.print("#") }
      printer.print(part)
    }
    if !file.header.isEmpty, !file.imports.isEmpty { printer.print() }
    for line in file.imports { printer.print(line) }
    for declaration in file.classes {
      if !printer.isEmpty {
        printer.print()
        printer.print()
      }
      printer.print(declaration)
    }
    if !file.statements.isEmpty, !printer.isEmpty { printer.print() }
    for statement in file.statements { printer.print(statement) }
  }
}

extension CodePrinter {
  fileprivate mutating func print(_ part: PythonFile.HeaderPart) {
    switch part {
    case .paragraph(let text):
      for line in wrap(printable(text), width: room - 2) { print("# \(line)") }
    case .command(let text): print("#     \(printable(text))")
    }
  }

  fileprivate mutating func print(_ declaration: PythonClass) {
    print("class \(declaration.name)(\(declaration.base)):")
    indented { printer in
      printer.printDocumentation(declaration.documentation)
      if !declaration.attributes.isEmpty { printer.print() }
      for attribute in declaration.attributes { printer.print(attribute) }
      for method in declaration.methods {
        printer.print()
        printer.print(method)
      }
    }
  }

  private mutating func print(_ function: PythonFunction) {
    let parameters = (["self"] + function.parameters).joined(separator: ", ")
    print("def \(function.name)(\(parameters)) -> \(function.result):")
    indented { printer in
      printer.printDocumentation(function.documentation)
      for statement in function.body { printer.print(statement) }
    }
  }

  /// Prints a docstring; if it has several lines, the closing quotes get their own line.
  private mutating func printDocumentation(_ paragraphs: [String]) {
    guard !paragraphs.isEmpty else { return }
    let quotes = #"""""#
    var lines: [String] = []
    for paragraph in paragraphs {
      if !lines.isEmpty { lines.append("") }
      lines += wrap(docstring(paragraph), width: room - (lines.isEmpty ? 6 : 0))
    }
    lines[0] = quotes + lines[0]
    guard lines.count > 1 else { return print(lines[0] + quotes) }
    for line in lines + [quotes] { print(line) }
  }

  fileprivate mutating func print(_ statement: PythonStatement) {
    switch statement {
    case .assignment(let name, let value, let comment):
      print(value, after: "\(name) = ", end: comment.map { "  # \(printable($0))" } ?? "")
    case .field(let name, let type): print("\(name): \(type)")
    case .longCall(let name, let callee, let arguments):
      guard arguments.contains(where: { _ in true }) else { return print("\(name) = \(callee)()") }
      print("\(name) = \(callee)(")
      indented { printer in
        for argument in arguments { printer.print(argument) }
      }
      print(")")
    case .return(let value): print(value, after: "return ")
    case .expression(let value): print(value)
    case .forEach(let name, let values, let body):
      print("for \(name) in \(values.text):")
      print(block: body)
    case .conditional(let branches):
      for (index, branch) in branches.enumerated() {
        print("\(index == 0 ? "if" : "elif") \(branch.condition.text):")
        print(block: branch.body)
      }
    }
  }

  private mutating func print(block body: [PythonStatement]) {
    indented { printer in
      for statement in body { printer.print(statement) }
    }
  }
}

/// `text` as it is written between triple double quotes.
private func docstring(_ text: String) -> String {
  let quotes = #"""""#
  return printable(text)
    .split(separator: "\\", omittingEmptySubsequences: false).joined(separator: #"\\"#)
    .split(separator: quotes, omittingEmptySubsequences: false).joined(separator: #"\"\"\""#)
}
