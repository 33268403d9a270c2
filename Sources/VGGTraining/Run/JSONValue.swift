import VGGDiagnostics

/// Any JSON.
enum JSONValue: Decodable, Hashable, Sendable {
  case null
  case truth(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The keys of an object; empty for anything else.
  var keys: Set<String> {
    if case .object(let members) = self { Set(members.keys) } else { [] }
  }

  /// The elements of a list; empty for anything else.
  var elements: [JSONValue] {
    if case .list(let elements) = self { elements } else { [] }
  }

  /// The value of an object's member; null if there is none.
  subscript(key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  /// The value as the configuration would write it: `0.5`, `[2, 2]`, `none`.
  var text: String {
    switch self {
    case .null: "none"
    case .truth(let value): "\(value)"
    case .number(let value): plain(value)
    case .string(let value): value
    case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
        .joined(separator: ", ") + "}"
    }
  }

  /// The same; `nil` for null.
  var textIfAny: String? { self == .null ? nil : text }
}
