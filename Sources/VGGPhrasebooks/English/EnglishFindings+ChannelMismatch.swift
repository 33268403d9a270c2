import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ChannelMismatch) -> FindingWords {
    let carried = finding.carried
    return FindingWords(
      "convolution takes \(finding.stated) \(finding.stated == 1 ? "channel" : "channels"), but the "
        + "\(finding.isImage ? "input has" : "layer before gives") \(carried)",
      label: "in_channels is \(carried) here",
      notes: [
        Note(
          carried == 1 ? "the 1 channel comes from here" : "the \(carried) channels come from here",
          at: finding.source)
      ])
  }
}
