import VGGDiagnostics

extension CodePrinter {
  /// Prints `value` after `start` on one line or, if it does not fit, with its outermost parts on
  /// separate lines.
  mutating func print(_ value: SwiftExpression, after start: String = "", end: String = "") {
    let line = start + value.text + end
    // swift-format leaves room for a comma after the last element of every array that might be
    // broken.
    let reserve = line.count { $0 == "[" }
    guard line.count + reserve > room, let (opening, parts, closing) = value.broken else {
      print(line)
      return
    }
    print(start + opening)
    indented { printer in
      for (index, part) in parts.enumerated() {
        let isLast = index == parts.count - 1
        // swift-format requires a comma after the last element of an array, unless it is the only one.
        let comma = !isLast || (closing == "]" && parts.count > 1) ? "," : ""
        printer.print(part.value, after: part.label.map { "\($0): " } ?? "", end: comma)
      }
    }
    print(closing + end)
  }
}

extension SwiftExpression {
  /// The expression on one line.
  var text: String {
    switch self {
    case .identifier(let name): name
    case .integer(let value): value.swiftLiteral
    case .number(let value): value.description
    case .string(let value): swiftLiteral(value)
    case .boolean(let value): value ? "true" : "false"
    case .nil: "nil"
    case .array(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
    case .tuple(let elements): "(\(elements.map(\.text).joined(separator: ", ")))"
    case .member(let base, let name): "\(base?.text ?? "").\(name)"
    case .call(let callee, let arguments):
      "\(callee.text)(\(arguments.map(\.text).joined(separator: ", ")))"
    case .try(let value): "try \(value.text)"
    case .closure(let parameters, let value):
      "{ \(parameters.joined(separator: ", ")) in \(value.text) }"
    }
  }

  /// The text before, within and after the lines of a broken expression; `nil` if it cannot be
  /// broken.
  fileprivate var broken: (opening: String, parts: [SwiftArgument], closing: String)? {
    switch self {
    case .array(let elements):
      elements.isEmpty ? nil : ("[", elements.map { SwiftArgument($0) }, "]")
    case .tuple(let elements): elements.isEmpty ? nil : ("(", elements, ")")
    case .call(let callee, let arguments):
      arguments.isEmpty ? nil : ("\(callee.text)(", arguments, ")")
    case .try(let value): value.broken.map { ("try \($0.opening)", $0.parts, $0.closing) }
    case .identifier, .integer, .number, .string, .boolean, .nil, .member, .closure: nil
    }
  }
}

extension SwiftArgument {
  fileprivate var text: String { label.map { "\($0): \(value.text)" } ?? value.text }
}

/// `value` as a string literal: quotes, backslashes and invisible characters are escaped.
private func swiftLiteral(_ value: String) -> String {
  "\"\(value.unicodeScalars.map(escaped).joined())\""
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
  if (" "..."~").contains(scalar) { return String(scalar) }
  return scalar.isUnseen ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
}
