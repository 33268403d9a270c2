import VGGDiagnostics

/// A value has a YAML tag, such as `!!python/tuple`.
package struct YAMLTag: Finding {
  package let tag: String
  /// The tag and the space after it.
  package let gap: SourceRange

  package init(_ tag: String, with gap: SourceRange) {
    self.tag = tag
    self.gap = gap
  }

  package func fixIts(at range: SourceRange) -> [FixIt] {
    [FixIt(.remove(tag), at: gap, .certain)]
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension YAMLTag {
  package static let id = DiagnosticID.yamlTag
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "A value has a YAML tag",
    meaning: """
      A tag, such as `!!int` or `!!python/tuple`, tells a YAML parser which type a value has. In a configuration, \
      the key decides that, so a tag could only contradict it. Python's `yaml.dump` writes tags for tuples and other \
      objects, and most tags come from there.
      """,
    repair: """
      Remove the tag. In Python, `yaml.safe_dump` writes lists and tuples without one.
      """)

  package static let example = FindingExample(
    PackageResources.yaml_tag_yaml,
    repairs: [
      .replace("features: !!python/tuple [16, M, 32, M]", with: "features: [16, M, 32, M]")
    ])
}
