import VGGDiagnostics

/// A value has a different type than its key needs.
package enum WrongType: Finding {
  case value(Subject, Expectation, seen: ValueKind)
  /// A list of the wrong length.
  case count(Subject, Expectation, found: Int)
  /// Text that may have been meant as `true` or `false`.
  case truth(Subject, seen: ValueKind, text: String, meant: Bool?)
  case emptyText(Subject)
  /// The right value in quotes.
  case quoted(Subject, Expectation, text: String)
  /// The whole file; text with a colon probably lacks a space.
  case root(ValueKind, lacksSpace: Bool)
  case key(ValueKind)
  case nestedFeatures
  /// `same` or `valid` as the padding of a pooling layer; the equivalent number, if there is one.
  case paddingWord(String, number: Int?)
  /// Labels as a mapping; with the equivalent list, if it names every class from 0 on.
  case labelMapping(list: String?)
  /// A classifier's layer that is a word but has a value.
  case valueOfWord(String)

  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch self {
    case .truth(_, _, let text, let meant):
      meant.map { [FixIt(.replace(text, with: "\($0)"), at: range, .certain)] } ?? []
    case .quoted(_, _, let text): [FixIt(.removeQuotes(around: text), at: range, .certain)]
    case .labelMapping(let list): list.map { [FixIt(.write($0), at: range, .certain)] } ?? []
    case .paddingWord(let word, let number):
      number.map { [FixIt(.replace(word, with: "\($0)"), at: range, .certain)] } ?? []
    case .value, .count, .emptyText, .root, .key, .nestedFeatures, .valueOfWord: []
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension WrongType {
  package static let id = DiagnosticID.wrongType
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "A value has the wrong type",
    meaning: """
      The value is a string where a number is needed, one value where a list is needed, or the like. Two mistakes \
      are common. In YAML 1.2 only `true` and `false` are Booleans, while `yes`, `no`, `on` and `off` are plain \
      strings. And a number in quotes is a string.
      """,
    repair: """
      Write a value of the type that the message names.
      """)

  package static let example = FindingExample(
    PackageResources.wrong_type_yaml,
    repairs: [
      .replace("batch_norm: yes", with: "batch_norm: true")
    ])
}
