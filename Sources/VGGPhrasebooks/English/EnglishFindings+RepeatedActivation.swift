import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: RepeatedActivation) -> FindingWords {
    let (name, own) = (finding.name, finding.own)
    return FindingWords(
      name == own
        ? "`\(name)` follows a convolution that already has `\(own)`"
        : "`\(name)` follows a convolution that already has an activation, `\(own)`",
      notes: [
        Note("the convolution is here", at: finding.convolution),
        Note("remove the entry, or write {conv: …, activation: none} for the convolution"),
      ])
  }
}
