import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: NarrowConvolution) -> FindingWords {
    let (channels, next) = (finding.channels, finding.next)
    return FindingWords(
      "this convolution has \(counted(channels, "channel")), but the next has \(next)",
      notes: [
        Note(
          "if \(channels) is a number of layers, as in Dive into Deep Learning's (\(channels), \(next)), write "
            + (Array(repeating: "\(next)", count: channels) + ["M"]).joined(separator: ", "))
      ])
  }
}
