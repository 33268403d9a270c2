/// Reads values: numbers, texts, names, lists, tuples, dictionaries and calls of names, with `+`, `*` and
/// `/` between numbers and lists. This includes JSON's values.
struct PythonParser {
  /// The maximum nesting depth of brackets.
  private static let maximumDepth = 60
  /// The maximum number of items in a list made by `*` and `+`.
  private static let maximumItems = 10_000

  private let tokens: [PythonToken]
  private(set) var index: Int
  private var depth = 0

  init(_ tokens: [PythonToken], from index: Int = 0) {
    self.tokens = tokens
    self.index = index
  }

  var token: PythonToken? { index < tokens.count ? tokens[index] : nil }

  private func isAt(_ sign: Unicode.Scalar) -> Bool {
    token?.kind == .sign(UInt8(ascii: sign))
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard isAt(sign) else { return false }
    index += 1
    return true
  }

  /// Reads the value at ``index``; returns `nil` if it is none of those, with ``index`` at the unread part.
  mutating func value() -> PythonNode? {
    guard depth < Self.maximumDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    guard var left = product() else { return nil }
    while isAt("+") {
      index += 1
      guard let right = product(), let sum = sum(left, right) else { return nil }
      left = sum
    }
    return left
  }

  private mutating func product() -> PythonNode? {
    guard var left = factor() else { return nil }
    while isAt("*") || isAt("/") {
      let divides = isAt("/")
      index += 1
      guard let right = factor(),
        let product = divides ? quotient(left, right) : product(left, right)
      else { return nil }
      left = product
    }
    return left
  }

  private mutating func factor() -> PythonNode? {
    guard let token else { return nil }
    if case .sign(let sign) = token.kind, sign == UInt8(ascii: "-") {
      index += 1
      guard depth < Self.maximumDepth else { return nil }
      depth += 1
      defer { depth -= 1 }
      guard let operand = factor() else { return nil }
      let range = token.range.lowerBound..<operand.range.upperBound
      if let integer = operand.integer, integer != .min {
        return PythonNode(value: .integer(-integer), range: range)
      }
      return operand.number.map { PythonNode(value: .number(-$0), range: range) }
    }
    return atom(token)
  }

  private mutating func atom(_ token: PythonToken) -> PythonNode? {
    switch token.kind {
    case .number(let text):
      index += 1
      if let integer = Int(text) { return PythonNode(value: .integer(integer), range: token.range) }
      // Python's `1.` and `.5`.
      let digits = text.hasSuffix(".") ? text + "0" : text
      guard let number = Double(digits), number.isFinite else { return nil }
      return PythonNode(value: .number(number), range: token.range)
    case .text(let text):
      index += 1
      return PythonNode(value: .text(text), range: token.range)
    case .name(let name):
      index += 1
      return named(name, from: token)
    case .sign(let sign):
      switch sign {
      case UInt8(ascii: "["): return list(from: token)
      case UInt8(ascii: "("): return tuple(from: token)
      case UInt8(ascii: "{"): return dictionary(from: token)
      default: return nil
      }
    case .lineEnd, .other: return nil
    }
  }

  // MARK: - Names and calls

  private mutating func named(_ name: String, from start: PythonToken) -> PythonNode? {
    switch name {
    case "True", "true": return PythonNode(value: .truth(true), range: start.range)
    case "False", "false": return PythonNode(value: .truth(false), range: start.range)
    case "None", "null": return PythonNode(value: .none, range: start.range)
    case "lambda", "not", "await", "yield": return nil
    default: break
    }
    var (path, end) = (name, start.range.upperBound)
    while isAt("."), index + 1 < tokens.count, case .name(let next) = tokens[index + 1].kind {
      path += "." + next
      end = tokens[index + 1].range.upperBound
      index += 2
    }
    guard isAt("(") else {
      return PythonNode(value: .name(path), range: start.range.lowerBound..<end)
    }
    index += 1
    var arguments: [PythonArgument] = []
    while !isAt(")") {
      guard let argument = argument() else { return nil }
      arguments.append(argument)
      guard take(",") || isAt(")") else { return nil }
    }
    guard let close = token else { return nil }
    index += 1
    // Uses of a call's result are not supported.
    guard !isAt("("), !isAt("."), !isAt("[") else { return nil }
    return PythonNode(
      value: .call(PythonCall(function: path, arguments: arguments)),
      range: start.range.lowerBound..<close.range.upperBound)
  }

  private mutating func argument() -> PythonArgument? {
    if case .name(let name) = token?.kind, index + 1 < tokens.count,
      tokens[index + 1].kind == .sign(UInt8(ascii: "="))
    {
      index += 2
      return value().map { PythonArgument(name: name, value: $0) }
    }
    return value().map { PythonArgument(name: nil, value: $0) }
  }

  // MARK: - Brackets

  private mutating func items(until close: Unicode.Scalar) -> (items: [PythonNode], end: Int)? {
    index += 1
    var items: [PythonNode] = []
    while !isAt(close) {
      guard let item = value() else { return nil }
      items.append(item)
      guard take(",") || isAt(close) else { return nil }
    }
    guard let token else { return nil }
    index += 1
    return (items, token.range.upperBound)
  }

  private mutating func list(from start: PythonToken) -> PythonNode? {
    guard let (items, end) = items(until: "]") else { return nil }
    return PythonNode(value: .list(items), range: start.range.lowerBound..<end)
  }

  private mutating func tuple(from start: PythonToken) -> PythonNode? {
    guard let (items, end) = items(until: ")") else { return nil }
    // Parentheses around one value make a tuple only with a comma.
    let hasComma = index >= 2 && tokens[index - 2].kind == .sign(UInt8(ascii: ","))
    if items.count == 1, !hasComma { return items[0] }
    return PythonNode(value: .tuple(items), range: start.range.lowerBound..<end)
  }

  private mutating func dictionary(from start: PythonToken) -> PythonNode? {
    index += 1
    var pairs: [PythonPair] = []
    while !isAt("}") {
      guard let key = value(), take(":"), let value = value() else { return nil }
      pairs.append(PythonPair(key: key, value: value))
      guard take(",") || isAt("}") else { return nil }
    }
    guard let token else { return nil }
    index += 1
    return PythonNode(
      value: .dictionary(pairs), range: start.range.lowerBound..<token.range.upperBound)
  }

  // MARK: - Arithmetic

  private func sum(_ left: PythonNode, _ right: PythonNode) -> PythonNode? {
    let range = left.range.lowerBound..<right.range.upperBound
    if case .list(let first) = left.value, case .list(let second) = right.value,
      first.count + second.count <= Self.maximumItems
    {
      return PythonNode(value: .list(first + second), range: range)
    }
    guard let first = left.integer, let second = right.integer else { return nil }
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? nil : PythonNode(value: .integer(sum), range: range)
  }

  private func product(_ left: PythonNode, _ right: PythonNode) -> PythonNode? {
    let range = left.range.lowerBound..<right.range.upperBound
    if let first = left.integer, let second = right.integer {
      let (product, overflows) = first.multipliedReportingOverflow(by: second)
      return overflows ? nil : PythonNode(value: .integer(product), range: range)
    }
    let (list, count) = left.integer == nil ? (left, right.integer) : (right, left.integer)
    guard case .list(let items) = list.value, let count, (0...Self.maximumItems).contains(count),
      items.count <= Self.maximumItems / max(count, 1)
    else { return nil }
    return PythonNode(
      value: .list((0..<count).flatMap { _ in items }), range: range)
  }

  private func quotient(_ left: PythonNode, _ right: PythonNode) -> PythonNode? {
    guard let first = left.number, let second = right.number, second != 0 else { return nil }
    return PythonNode(
      value: .number(first / second), range: left.range.lowerBound..<right.range.upperBound)
  }
}
