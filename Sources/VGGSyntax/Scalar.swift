import VGGFindings

/// A YAML scalar: its text after unquoting and unfolding, and whether it was written without
/// quotes.
package struct Scalar: Sendable, Hashable {
  package let text: String
  package let isPlain: Bool

  package init(text: String, isPlain: Bool) {
    self.text = text
    self.isPlain = isPlain
  }

  /// The value by the core schema of YAML 1.2; quoted text is always a string.
  package var value: CoreValue {
    isPlain ? CoreValue(plain: text) : .string(text)
  }

  /// The value's kind, for findings.
  package var kind: ValueKind {
    switch value {
    case .null: .nothing
    case .bool: .truth(text)
    case .int, .float, .integerOverflow: .number(text)
    case .string(let string): .text(string)
    }
  }
}
