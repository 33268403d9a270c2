import VGGDiagnostics

/// The crop leaves out more than half of each photo.
package struct SmallCrop: Finding {
  package let crop: PlaneSize
  /// The smallest size of photos before the crop.
  package let resized: PlaneSize
  /// Whether every photo has that size.
  package let isExact: Bool
  /// The largest share of a photo that the network sees.
  package let share: Double

  package init(crop: PlaneSize, resized: PlaneSize, isExact: Bool, share: Double) {
    self.crop = crop
    self.resized = resized
    self.isExact = isExact
    self.share = share
  }

  package func fixIts(at range: SourceRange) -> [FixIt] {
    let old = isExact ? "[\(resized.height), \(resized.width)]" : "\(resized.height)"
    return [FixIt(.replace(old, with: squashed), at: range, .offered)]
  }

  /// The `resize` that keeps whole photos.
  package var squashed: String { "[\(crop.height), \(crop.width)]" }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension SmallCrop {
  package static let id = DiagnosticID.smallCrop
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "The network sees less than half of each photo",
    meaning: """
      `resize` sets the size of a photo before its middle is cropped to the input's size. If it is far larger than \
      the input, the crop leaves out most of the photo: of 256 x 256 pixels, 64 x 64 are one sixteenth. The network \
      then trains on a part of the photo that may not show its subject.
      """,
    repair: """
      Leave `resize` out: photos are then made just large enough, and the network sees 77% of a square one. \
      `resize: [height, width]` with the input's height and width shows the whole photo, squashed.
      """)

  package static let example = FindingExample(
    PackageResources.small_crop_yaml,
    repairs: [.replace("preprocess: {resize: 256}\n", with: "")])
}
