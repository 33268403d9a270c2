import VGGDiagnostics

/// Aliases repeat more values than the parser creates.
package struct AliasExpansion: Finding {
  package let limit: Int

  package init(limit: Int) {
    self.limit = limit
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension AliasExpansion {
  package static let id = DiagnosticID.aliasExpansion
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "Aliases expand to too many values",
    meaning: """
      An alias stands for everything under its anchor, and aliases of aliases multiply: in the example, every line \
      has ten times as many values as the line before. All aliases of a file together may expand to 1,000,000 \
      values, which is also the limit for the entries of `features`. Without a limit, a few lines could fill any \
      amount of memory.
      """,
    repair: """
      Write the list out, or generate it with a script. In `features`, an alias can stand for one entry or for the \
      whole list, but lists within the list are not joined.
      """)

  package static let example = FindingExample(
    PackageResources.alias_expansion_yaml,
    repairs: [
      .replace(
        """
          - &a [16, 16, 16, 16, 16, 16, 16, 16, 16, 16]
          - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
          - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
          - &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
          - &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
          - [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]

        """,
        with: """
            - &a {conv: 16, kernel: 5}
            - *a
            - M
            - &b {conv: 32, kernel: 5}
            - *b
            - M
          classifier: {hidden: [], classes: 10}

          """)
    ])
}
