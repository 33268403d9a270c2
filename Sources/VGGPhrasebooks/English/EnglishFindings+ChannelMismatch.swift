import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ChannelMismatch) -> FindingWords {
    let carried = finding.carried
    return FindingWords(
      "convolution expects \(finding.stated) input \(finding.stated == 1 ? "channel" : "channels"), but the "
        + "\(finding.isImage ? "image has" : "previous layer outputs") \(carried)",
      label: "in_channels = \(carried)",
      notes: [
        Note(
          carried == 1 ? "the 1 channel is set here" : "the \(carried) channels are set here",
          at: finding.source)
      ])
  }
}
