import VGGDiagnostics

/// Characters that look like those of the language but differ: `Ｍ`, `，`, Cyrillic `М`.
package struct Lookalike: Finding {
  /// A character by its code point and its name in Unicode.
  package struct Character: Hashable, Sendable {
    package let code: UInt32
    package let name: String

    package init(code: UInt32, name: String) {
      self.code = code
      self.name = name
    }
  }

  package let found: String
  package let meant: String
  /// Each once, in the order of the text.
  package let characters: [Character]

  package init(_ found: String, for meant: String, characters: [Character]) {
    self.found = found
    self.meant = meant
    self.characters = characters
  }

  package func fixIts(at range: SourceRange) -> [FixIt] {
    [FixIt(.replace(found, with: meant), at: range, .certain)]
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension Lookalike {
  package static let id = DiagnosticID.lookalike
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "A character looks like another one",
    meaning: """
      Keyboards and text editors can produce characters that look like those of the language but are different: the \
      full-width `Ｍ`, `６４` and `，` of Chinese, Japanese and Korean input methods, Cyrillic `М`, curly quotes, a dash \
      that is not `-`, a no-break space. The message shows the Unicode number and name of each.
      """,
    repair: """
      Type the character again with an English keyboard layout, or let `vggc check --fix` replace it.
      """)

  package static let example = FindingExample(
    PackageResources.look_alike_yaml,
    repairs: [
      .replace("[16, 16, Ｍ, 32, M]", with: "[16, 16, M, 32, M]")
    ])
}
