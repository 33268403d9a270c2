import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: NormBeforeLinear) -> FindingWords {
    let seen = finding.map.map { ", not the flattened map of \($0)" } ?? ""
    return FindingWords(
      "`batch_norm` in a classifier must follow a linear layer\(seen)",
      notes: [Note("put it at the end of `features`, where it normalises each channel")])
  }
}
