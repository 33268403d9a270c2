import VGGDiagnostics

/// The number of labels differs from the number of outputs.
package struct ClassesLabelsMismatch: Finding {
  package let labels: Int
  package let outputs: Int
  /// The place that sets the number of outputs.
  package let source: SourceRange?

  package init(labels: Int, outputs: Int, source: SourceRange?) {
    self.labels = labels
    self.outputs = outputs
    self.source = source
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension ClassesLabelsMismatch {
  package static let id = DiagnosticID.classesLabelsMismatch
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "The number of labels differs from the number of outputs",
    meaning: """
      `labels` names the network's outputs, in order. With too few labels, some predictions have no name. With too \
      many, a name that is never predicted hides that a class is missing from the network.
      """,
    repair: """
      Set `classes` (or the last linear layer's `out`) to the number of labels, or complete the labels.
      """)

  package static let example = FindingExample(
    PackageResources.classes_labels_mismatch_yaml,
    repairs: [
      .replace("classes: 10", with: "classes: 4")
    ])
}
