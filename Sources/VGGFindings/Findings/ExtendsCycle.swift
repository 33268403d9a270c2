import VGGDiagnostics

/// A chain of configurations that extend each other has no start.
package enum ExtendsCycle: Finding {
  /// The files of the cycle.
  case cycle([String])
  case tooDeep(limit: Int)

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension ExtendsCycle {
  package static let id = DiagnosticID.extendsCycle
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "A configuration extends itself",
    meaning: """
      The files named by `extends` lead back to where they started, so there is no base to start from. The message \
      shows the cycle. A chain of more than 32 files is also reported.
      """,
    repair: """
      Make one of the files extend something else, usually the built-in configuration that was intended.
      """)

  package static let example = FindingExample(
    PackageResources.extends_cycle_yaml,
    repairs: [
      .replace("extends: extends-cycle.yaml", with: "extends: D")
    ])
}
