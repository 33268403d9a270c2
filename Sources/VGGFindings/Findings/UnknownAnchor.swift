import VGGDiagnostics

/// An alias names no anchor that comes before it.
package enum UnknownAnchor: Finding {
  /// - Parameter known: The names of at most ``listed`` anchors before the alias, in order.
  case missing(String, known: [String])
  /// The alias is inside the value of the anchor.
  case recursive(String, anchor: SourceRange)

  package static let listed = 8

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension UnknownAnchor {
  package static let id = DiagnosticID.unknownAnchor
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "An alias has no anchor",
    meaning: """
      `*head` repeats the value that `&head` marks earlier in the same file. Here, no such anchor comes before the \
      alias: its name is misspelt, or it is later in the file or in another file. An alias inside the value that it \
      repeats is also reported, since it would never end.
      """,
    repair: """
      Correct the name, or put the anchor before the first value to repeat. Between files, use `extends`.
      """)

  package static let example = FindingExample(
    PackageResources.unknown_anchor_yaml,
    repairs: [
      .replace("classifier: *haed", with: "classifier: *head")
    ])
}
