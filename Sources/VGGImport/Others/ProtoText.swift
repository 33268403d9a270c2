/// A message in Protocol Buffers' text format: fields in order, with their positions.
struct ProtoMessage {
  indirect enum Value {
    case text(String)
    case message(ProtoMessage)
  }

  struct Field {
    let name: String
    let value: Value
    /// The message's UTF-8 offsets in the file.
    let range: Range<Int>
  }

  var fields: [Field] = []

  /// The texts of all fields with a name: `input_dim` appears four times.
  func texts(_ name: String) -> [String] {
    fields.compactMap { field in
      guard field.name == name, case .text(let text) = field.value else { return nil }
      return text
    }
  }

  func text(_ name: String) -> String? { texts(name).first }

  func message(_ name: String) -> ProtoMessage? {
    for field in fields where field.name == name {
      if case .message(let message) = field.value { return message }
    }
    return nil
  }

  func range(of name: String) -> Range<Int>? { fields.first { $0.name == name }?.range }
}

/// Reads messages from tokens that Python source also has: names, numbers, texts and brackets.
struct ProtoTextParser {
  private static let maximumDepth = 16
  private let tokens: [PythonToken]
  private var index = 0

  init(_ bytes: [UInt8], from start: Int) {
    tokens = PythonToken.all(in: bytes, start..<bytes.count).filter { $0.kind != .lineEnd }
  }

  /// Parses the whole text; returns `nil` if it is not in this format.
  mutating func parse() -> ProtoMessage? {
    guard let message = message(depth: 0), index == tokens.count else { return nil }
    return message
  }

  private mutating func message(depth: Int) -> ProtoMessage? {
    var message = ProtoMessage()
    while index < tokens.count, tokens[index].kind != .sign(UInt8(ascii: "}")) {
      guard depth < Self.maximumDepth, let field = field(depth: depth) else { return nil }
      message.fields.append(field)
      if index < tokens.count, tokens[index].isSeparator { index += 1 }
    }
    return message
  }

  private mutating func field(depth: Int) -> ProtoMessage.Field? {
    guard case .name(let name) = tokens[index].kind else { return nil }
    let start = tokens[index].range.lowerBound
    index += 1
    let hasColon = index < tokens.count && tokens[index].kind == .sign(UInt8(ascii: ":"))
    if hasColon { index += 1 }
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .sign(UInt8(ascii: "{")) {
      index += 1
      guard let inner = message(depth: depth + 1), index < tokens.count else { return nil }
      index += 1
      return ProtoMessage.Field(
        name: name, value: .message(inner), range: start..<tokens[index - 1].range.upperBound)
    }
    guard hasColon, let text = text() else { return nil }
    return ProtoMessage.Field(
      name: name, value: .text(text), range: start..<tokens[index - 1].range.upperBound)
  }

  private mutating func text() -> String? {
    var sign = ""
    if tokens[index].kind == .sign(UInt8(ascii: "-")), index + 1 < tokens.count {
      sign = "-"
      index += 1
    }
    switch tokens[index].kind {
    case .name(let text), .number(let text), .text(let text):
      index += 1
      return sign + text
    case .sign, .lineEnd, .other: return nil
    }
  }
}

extension PythonToken {
  fileprivate var isSeparator: Bool {
    kind == .sign(UInt8(ascii: ",")) || kind == .sign(UInt8(ascii: ";"))
  }
}
