import VGGDiagnostics

/// Lists and mappings are nested deeper than the parser allows.
package struct NestingTooDeep: Finding {
  package let limit: Int

  package init(limit: Int) {
    self.limit = limit
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension NestingTooDeep {
  package static let id = DiagnosticID.nestingTooDeep
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "Lists and mappings are nested too deeply",
    meaning: """
      Lists and mappings may be nested up to 64 levels deep. No configuration needs more than six levels, so deeper \
      nesting comes from a program that writes brackets in a loop, or from an attempt to overload the parser.
      """,
    repair: """
      Remove the extra brackets. `features` is a plain list whose entries are not lists.
      """)

  package static let example = FindingExample(
    PackageResources.nesting_too_deep_yaml,
    repairs: [
      .replace(
        String(repeating: "[", count: 64) + "16" + String(repeating: "]", count: 64),
        with: "[16, M, 32, M]")
    ])
}
