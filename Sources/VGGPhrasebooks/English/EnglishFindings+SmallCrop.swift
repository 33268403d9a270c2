import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: SmallCrop) -> FindingWords {
    FindingWords(
      "the network sees \(share(finding)) of each photo: the middle \(sides(finding.crop)) of \(size(finding)) pixels",
      notes: [
        Note(
          "without `resize`, photos are made just large enough for the input; `resize: \(finding.squashed)` shows the whole photo, squashed"
        )
      ])
  }

  private func share(_ finding: SmallCrop) -> String {
    if finding.share < 0.0001 { return "less than 0.01%" }
    return "\(finding.isExact ? "" : "at most ")\(fixed(finding.share * 100, places: 2))%"
  }

  private func size(_ finding: SmallCrop) -> String {
    "\(finding.isExact ? "" : "at least ")\(sides(finding.resized))"
  }
}
