import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: PreprocessMismatch) -> FindingWords {
    switch finding {
    case .crop(let crop, let input, let source):
      FindingWords(
        "photos are cropped to \(sides(crop)), but the network expects \(sides(input))",
        notes: [Note("the input size is set here", at: source)])
    case .shorterSide(let side, let input, let source):
      FindingWords(
        "photos are resized to \(side) pixels on the shorter side, but the network expects \(sides(input))",
        notes: [
          Note(
            "the shorter side of the input has \(min(input.height, input.width)) pixels", at: source
          )
        ])
    case .size(let size, let input, let source):
      FindingWords(
        "photos are resized to \(sides(size)), but the network expects \(sides(input))",
        notes: [Note("the input size is set here", at: source)])
    case .perChannel(let key, let values, let channels, let source):
      FindingWords(
        "\(key) has \(counted(values, "value")), but the input has \(counted(channels, "channel"))",
        notes: [Note("the input's channels are set here", at: source)])
    }
  }
}
