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
      Probabilities come from a softmax over the classes, and they add up to 1. With one class the answer is \
      therefore 100 % for every photo, and training has nothing to learn. Frameworks that end in one value use a \
      sigmoid or predict a number, which this language does not describe.
      """,
    repair: """
      Write `classes: 2` for a question that is answered by yes or no, and give the photos of either answer a \
      folder of their own.
      """)

  package static let example = FindingExample(
    PackageResources.one_class_yaml,
    repairs: [.replace("classes: 1", with: "classes: 2")])
}
