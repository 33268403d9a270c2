/// A part of another tool's file that the language does not have, where the file is imported.
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
