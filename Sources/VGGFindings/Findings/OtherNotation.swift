import VGGDiagnostics

/// Notation from programming languages in place of YAML's.
package enum OtherNotation: Finding {
  /// `(64, M)` for `[64, M]`; the list in brackets.
  case parentheses(String, brackets: String)
  /// `features = [64, M]` for `features: [64, M]`; the key alone.
  case equalsSign(key: String)
  /// `// …` for `# …`; the replacement of the two slashes.
  case slashes(with: String)

  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch self {
    case .parentheses(let text, let brackets):
      [FixIt(.replace(text, with: brackets), at: range, .certain)]
    case .equalsSign(let key): [FixIt(.write("\(key): "), at: range, .certain)]
    case .slashes(let mark): [FixIt(.replace(Self.slashes, with: mark), at: range, .certain)]
    }
  }

  private static let slashes = "//"

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension OtherNotation {
  package static let id = DiagnosticID.otherNotation
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "A symbol comes from a programming language",
    meaning: """
      Lists are in square brackets, a key is followed by a colon and a space, and a comment begins with `#`. The \
      text has parentheses around a list, `=` after a key, or a comment after `//`, as in other languages.
      """,
    repair: """
      Write the symbol that the message names, or let `vggc check --fix` do it.
      """)

  package static let example = FindingExample(
    PackageResources.other_notation_yaml,
    repairs: [
      .replace("input: (3, 32, 32)", with: "input: [3, 32, 32]")
    ])
}
