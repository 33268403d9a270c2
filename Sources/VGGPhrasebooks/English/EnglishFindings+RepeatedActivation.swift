import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: RepeatedActivation) -> FindingWords {
    let (name, own) = (finding.name, finding.own)
    return FindingWords(
      name == own
        ? "`\(name)` follows a convolution that has `\(own)` already"
        : "`\(name)` follows a convolution that has an activation already, `\(own)`",
      notes: [
        Note("the convolution is here", at: finding.convolution),
        Note("remove the entry, or write {conv: …, activation: none} for the convolution"),
      ])
  }
}
