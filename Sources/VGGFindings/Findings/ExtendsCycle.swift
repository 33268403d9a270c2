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
      The files that `extends` names lead back to where they started, so that there is no first one to start \
      from. The message shows the way round. A chain of more than 32 files is reported too.
      """,
    repair: """
      Let one of them extend something else: usually the built-in configuration that was meant.
      """)

  package static let example = FindingExample(
    PackageResources.extends_cycle_yaml,
    repairs: [
      .replace("extends: extends-cycle.yaml", with: "extends: D")
    ])
}
