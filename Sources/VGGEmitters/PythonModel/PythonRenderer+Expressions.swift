import VGGDiagnostics

extension CodePrinter {
  /// Prints `value` after `start`: on one line if it fits, else with its parts on one indented line,
  /// or, if they do not fit either, each part on its own line.
  mutating func print(
    _ value: PythonExpression, after start: String = "", end: String = ""
  ) {
    let line = start + value.text + end
    guard let (opening, parts, closing) = value.broken else { return print(line) }
    let hasComments = parts.contains { $0.comment != nil }
    guard hasComments || displayWidth(line) > room else { return print(line) }
    print(start + opening)
    indented { printer in
      let joined = parts.map(\.text).joined(separator: ", ") + value.endOfParts
      if !hasComments, displayWidth(joined) <= printer.room { return printer.print(joined) }
      for part in parts { printer.print(part) }
    }
    print(closing + end)
  }

  /// Prints an argument on its own line, with its comment after it or, if that does not fit, above it.
  mutating func print(_ argument: PythonArgument) {
    let keyword = argument.keyword.map { "\($0)=" } ?? ""
    guard let comment = argument.comment.map(printable) else {
      return print(argument.value, after: keyword, end: ",")
    }
    let line = "\(argument.text),  # \(comment)"
    if displayWidth(line) <= room { return print(line) }
    print("# \(comment)")
    print(argument.value, after: keyword, end: ",")
  }
}

extension PythonExpression {
  /// The expression on one line.
  var text: String {
    switch self {
    case .name(let name): name
    case .integer(let value): String(value)
    case .number(let value): value.pythonLiteral
    case .string(let value): pythonLiteral(value)
    case .boolean(let value): value.pythonLiteral
    case .none: "None"
    case .tuple(let elements):
      "(\(elements.map(\.text).joined(separator: ", "))\(endOfParts))"
    case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
    case .dictionary(let pairs): "{\(pairs.map(\.text).joined(separator: ", "))}"
    case .call(let callee, let arguments):
      "\(callee)(\(arguments.map(\.text).joined(separator: ", ")))"
    }
  }

  /// The comma without which a tuple of one element would be the element.
  fileprivate var endOfParts: String {
    if case .tuple(let elements) = self, elements.count == 1 { "," } else { "" }
  }

  /// The text before, within and after the lines of a broken expression; `nil` if it cannot be
  /// broken.
  fileprivate var broken: (opening: String, parts: [PythonArgument], closing: String)? {
    switch self {
    case .tuple(let elements):
      elements.isEmpty ? nil : ("(", elements.map { PythonArgument($0) }, ")")
    case .list(let elements):
      elements.isEmpty ? nil : ("[", elements.map { PythonArgument($0) }, "]")
    case .dictionary(let pairs):
      pairs.isEmpty ? nil : ("{", pairs.map { PythonArgument(.name($0.text)) }, "}")
    case .call(let callee, let arguments):
      arguments.isEmpty ? nil : ("\(callee)(", arguments, ")")
    case .name, .integer, .number, .string, .boolean, .none: nil
    }
  }
}

extension PythonPair {
  fileprivate var text: String { "\(key.text): \(value.text)" }
}

extension PythonArgument {
  fileprivate var text: String { keyword.map { "\($0)=\(value.text)" } ?? value.text }
}
