import VGGDiagnostics

/// The file is a text of another tool.
package struct ForeignText: Finding {
  package let kind: TextKind
  package let reading: ForeignReading
  /// The whole text, which the configuration would replace.
  package let whole: SourceRange
  /// The file's name, and the name of a copy to convert if the file is not one that vggc may replace:
  /// `vgg.py`, `vgg.yaml`.
  package let copy: Copy?

  package struct Copy: Hashable, Sendable {
    package let file: String
    package let name: String

    package init(of file: String, as name: String) {
      self.file = file
      self.name = name
    }
  }

  package init(_ kind: TextKind, _ reading: ForeignReading, whole: SourceRange, copy: Copy?) {
    self.kind = kind
    self.reading = reading
    self.whole = whole
    self.copy = copy
  }

  package func fixIts(at range: SourceRange) -> [FixIt] {
    guard case .understood(let configuration) = reading else { return [] }
    let isCertain = configuration.isExact && copy == nil
    return [FixIt(.convert(configuration.text), at: whole, isCertain ? .certain : .offered)]
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension ForeignText {
  package static let id = DiagnosticID.foreignText
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "The file is in the format of another tool",
    meaning: """
      The text is not a configuration, but Python source code, a model as PyTorch prints it, Keras's JSON, a darknet \
      or Caffe file, or the like. vggc reads enough of these formats to tell them apart. If it understands every \
      part of the network, it writes the configuration. If something is missing from the text, such as the image \
      size, or if vggc has no such layer, the notes say so.
      """,
    repair: """
      Let `vggc check --fix` write the configuration. It changes only `.yaml` and `.yml` files, so copy any other \
      file first. If no fix is proposed, write the layers in vggc's notation.
      """)

  package static let example = FindingExample(
    PackageResources.foreign_text_yaml,
    repairs: [
      .replace(
        """
        # The list of VGG-11, copied from a Python file.
        cfg = [64, 'M', 128, 'M', 256, 256, 'M', 512, 512, 'M', 512, 512, 'M']
        """,
        with: "features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]")
    ])
}
/// A part of another tool's file that the language does not have, if the file is imported.
package struct ForeignPart: Finding {
  package let obstacle: ForeignObstacle

  package init(_ obstacle: ForeignObstacle) {
    self.obstacle = obstacle
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension ForeignPart {
  package static let id = ForeignText.id
  package static let severity = ForeignText.severity
  package static let stage = ForeignText.stage
  package static let explanation = ForeignText.explanation
  package static let example = ForeignText.example
}
