import VGGDiagnostics

/// A mapping has a key that the language does not allow there.
package struct UnknownKey: Finding {
  /// The information about the key that was meant.
  package enum Hint: Hashable, Sendable {
    /// None: these are the section's keys.
    case keys([String])
    case meant(String)
    /// The key that was meant is already there.
    case given(as: String)
    /// It is a key of another section, which may already be there; the key may have another name there.
    case belongsUnder(String, as: String, isThere: Bool, moved: Move?)
    /// It has lists by name, which belong under this key.
    case severalLists(of: String)
  }

  /// A stretch of the text in which keys are moved to their section.
  package struct Move: Hashable, Sendable {
    package let range: SourceRange
    package let text: String

    package init(at range: SourceRange, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  package let key: String
  package let section: Section
  package let hint: Hint

  package init(_ key: String, in section: Section, _ hint: Hint) {
    self.key = key
    self.section = section
    self.hint = hint
  }

  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch hint {
    case .meant(let other), .severalLists(let other):
      [FixIt(.replace(key, with: other), at: range, .certain)]
    case .belongsUnder(let section, _, _, let move):
      move.map { [FixIt(.move(under: section, text: $0.text), at: $0.range, .certain)] } ?? []
    case .keys, .given: []
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension UnknownKey {
  package static let id = DiagnosticID.unknownKey
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "An unknown key",
    meaning: """
      The language has no such key at this place. An unknown key is an error, not ignored: without the \
      `batchnorm: true` that was asked for, a network would still compile and train, only worse, and silently.
      """,
    repair: """
      Use the key that the message proposes, or one of those in `Docs/Language.md`. Keys are in lower-case letters, \
      with underscores between words.
      """)

  package static let example = FindingExample(
    PackageResources.unknown_key_yaml,
    repairs: [
      .replace("batchnorm: true", with: "batch_norm: true")
    ])
}
