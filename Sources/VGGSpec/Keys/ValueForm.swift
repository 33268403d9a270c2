import VGGFindings

/// The values that a key may have: the bounds that reading checks numbers against, the words that
/// completion offers, and the JSON Schema's types.
package enum ValueForm: Sendable {
  case truth
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  /// Any scalar except nothing: `no` and `007` are also texts.
  case text
  /// No value at all, or `null`.
  case nothing
  case word(Word)
  case pattern(TextPattern)
  /// A list of any number of values within bounds.
  indirect case list(of: ValueForm, count: ClosedRange<Int>)
  /// A list with a value for each of these.
  indirect case tuple([ValueForm])
  case mapping(MappingForm)
  /// A mapping from names that the user chooses.
  indirect case named(ValueForm, count: ClosedRange<Int>)
  indirect case oneOf([ValueForm])

  /// The bounds of the whole numbers in it; any number if it has none.
  var integers: ClosedRange<Int> {
    first { if case .integer(let bounds) = $0 { bounds } else { nil } } ?? Int.min...Int.max
  }

  /// The bounds of the numbers in it; any number if it has none.
  var numbers: ClosedRange<Double> {
    first { if case .number(let bounds) = $0 { bounds } else { nil } }
      ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  }

  /// The words in it.
  package var words: [Word] {
    switch self {
    case .word(let word): [word]
    case .oneOf(let forms): forms.flatMap(\.words)
    case .truth, .integer, .number, .text, .nothing, .pattern, .list, .tuple, .mapping, .named: []
    }
  }

  /// The mappings in it.
  package var mappings: [MappingForm] {
    switch self {
    case .mapping(let mapping): [mapping]
    case .oneOf(let forms): forms.flatMap(\.mappings)
    case .truth, .integer, .number, .text, .nothing, .word, .pattern, .list, .tuple, .named: []
    }
  }

  /// The form of a list's entries, if it may be a list of any length.
  package var items: ValueForm? {
    switch self {
    case .list(let item, _): item
    case .oneOf(let forms): forms.lazy.compactMap(\.items).first
    case .truth, .integer, .number, .text, .nothing, .word, .pattern, .tuple, .mapping, .named: nil
    }
  }

  private func first<Found>(_ find: (ValueForm) -> Found?) -> Found? {
    if let found = find(self) { return found }
    let parts: [ValueForm] =
      switch self {
      case .oneOf(let forms), .tuple(let forms): forms
      case .list(let item, _): [item]
      case .truth, .integer, .number, .text, .nothing, .word, .pattern, .mapping, .named: []
      }
    for part in parts {
      if let found = part.first(find) { return found }
    }
    return nil
  }
}

/// A word with a special meaning, such as `M` among the features.
package struct Word: Sendable, Hashable {
  package let text: String
  /// One sentence, in English.
  package let summary: String
  /// The word's meaning, which phrasebooks describe in other languages.
  package let meaning: WordMeaning

  package init(_ text: String, _ summary: String, for meaning: WordMeaning) {
    self.text = text
    self.summary = summary
    self.meaning = meaning
  }
}

/// Text of a certain form, such as `conv3-64`.
package struct TextPattern: Sendable, Hashable {
  /// The values that texts of such forms stand for.
  package enum Meaning: Sendable, Hashable {
    case convolution
    case input
    case count
    case byteCount
  }

  package let example: String
  /// One sentence, in English.
  package let summary: String
  /// The value's meaning, which phrasebooks describe in other languages.
  package let meaning: Meaning
  /// A pattern that matches all such text, and as little else as an expression can know; in the notation
  /// that ECMAScript and Python share.
  package let expression: String

  package init(_ example: String, _ summary: String, for meaning: Meaning, expression: String) {
    self.example = example
    self.summary = summary
    self.meaning = meaning
    self.expression = expression
  }
}

/// A mapping with keys that the language knows.
package struct MappingForm: Sendable {
  package let section: Section
  package let keys: [KeyMeaning]
  /// The keys of which at least one is required; empty if the mapping may also be empty.
  package let needsOneOf: [String]

  package init(_ section: Section, _ keys: [KeyMeaning], needsOneOf: [String] = []) {
    self.section = section
    self.keys = keys
    self.needsOneOf = needsOneOf
  }

  /// All keys of `Key`, or those given.
  init<Key: ConfigurationKey>(
    _: Key.Type, _ keys: [Key] = Array(Key.allCases), needsOneOf: [Key] = []
  ) {
    self.init(
      Key.section, keys.map(\.meaning), needsOneOf: needsOneOf.map(\.rawValue))
  }

  package func key(_ name: String) -> KeyMeaning? {
    keys.first { $0.name == name }
  }
}
