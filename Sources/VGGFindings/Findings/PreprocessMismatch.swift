import VGGDiagnostics

/// Preprocessing does not produce the network's input.
package enum PreprocessMismatch: Finding {
  /// The crop is not the input's size, which is set at `source`.
  case crop(PlaneSize, input: PlaneSize, source: SourceRange?)
  /// The shorter side after resizing is smaller than the crop's longer side.
  case resize(Int, crop: Int)
  /// `mean` or `std` has another number of values than the input, set at `source`, has channels.
  case perChannel(String, values: Int, channels: Int, source: SourceRange?)

  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch self {
    case .crop(_, let input, _):
      let size =
        input.height == input.width
        ? "\(input.height)" : "[\(input.height), \(input.width)]"
      return [FixIt(.crop(to: size), at: range, .certain)]
    case .resize(let side, let crop):
      return [FixIt(.replace("\(side)", with: "\(crop)"), at: range, .certain)]
    case .perChannel: return []
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension PreprocessMismatch {
  package static let id = DiagnosticID.preprocessMismatch
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Preprocessing does not give the network's input",
    meaning: """
      `preprocess` says how a photo becomes the input: its shorter side is resized, a rectangle is cropped from \
      the middle, and each channel is normalised by its `mean` and `std`. The result must have the input's \
      shape. So `crop` is the height and width of `input`, `resize` at least the longer of the two, and `mean` \
      and `std` have one value, or one a channel.
      """,
    repair: """
      Correct the number, or leave it out: without `crop` photos are cropped to the input, and without `resize` \
      they are first resized to 256/224 of that, as is customary for ImageNet.
      """)

  package static let example = FindingExample(
    PackageResources.preprocess_mismatch_yaml,
    repairs: [
      .replace(
        """
          resize: 256
          crop: 224

        """,
        with: """
            resize: 36
            crop: 32

          """)
    ])
}
