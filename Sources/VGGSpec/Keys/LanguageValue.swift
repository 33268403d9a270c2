/// A value of the language, as a default states it: `true`, `64`, `0.5`, `none`, `[4096, 4096]`.
package enum LanguageValue: Sendable, Hashable {
  case truth(Bool)
  case integer(Int)
  case number(Double)
  case word(String)
  indirect case list([LanguageValue])

  /// The value as a configuration writes it.
  package var yaml: String {
    switch self {
    case .truth(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .word(let text): text
    case .list(let values): "[\(values.map(\.yaml).joined(separator: ", "))]"
    }
  }
}
