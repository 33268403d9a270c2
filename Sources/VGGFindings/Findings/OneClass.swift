import VGGDiagnostics

/// The classifier has only one class, which is then the answer for every photo.
package struct OneClass: Finding {
  package init() {}

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension OneClass {
  package static let id = DiagnosticID.oneClass
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "There is only one class",
    meaning: """
      Probabilities come from a softmax over the classes, and they add up to 1. With one class, every photo \
      therefore gets 100%, and training has nothing to learn. Networks with a single output use a sigmoid or \
      predict a number, which this language cannot describe.
      """,
    repair: """
      Write `classes: 2` for a yes/no question, with one folder of photos for each answer.
      """)

  package static let example = FindingExample(
    PackageResources.one_class_yaml,
    repairs: [.replace("classes: 1", with: "classes: 2")])
}
