import VGGDiagnostics

/// Preprocessing does not produce the network's input.
package enum PreprocessMismatch: Finding {
  /// The crop differs from the input's size, which is set at `source`.
  case crop(PlaneSize, input: PlaneSize, source: SourceRange?)
  /// The shorter side after resizing is smaller than the shorter side of the input, which is set at `source`.
  case shorterSide(Int, input: PlaneSize, source: SourceRange?)
  /// The size after resizing does not cover the input, which is set at `source`.
  case size(PlaneSize, input: PlaneSize, source: SourceRange?)
  /// The number of values of `mean` or `std` differs from the channels of the input, which is set at `source`.
  case perChannel(String, values: Int, channels: Int, source: SourceRange?)

  package func fixIts(at range: SourceRange) -> [FixIt] {
    switch self {
    case .crop(_, let input, _):
      let size = input.height == input.width ? "\(input.height)" : Self.list(input)
      return [FixIt(.crop(to: size), at: range, .certain)]
    // A larger number shows less of each photo, so the author chooses.
    case .shorterSide(let side, let input, _):
      let least = min(input.height, input.width)
      return [FixIt(.replace("\(side)", with: "\(least)"), at: range, .offered)]
    case .size(let size, let input, _):
      return [FixIt(.replace(Self.list(size), with: Self.list(input)), at: range, .offered)]
    case .perChannel: return []
    }
  }

  private static func list(_ size: PlaneSize) -> String { "[\(size.height), \(size.width)]" }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension PreprocessMismatch {
  package static let id = DiagnosticID.preprocessMismatch
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Preprocessing doesn't produce the network's input",
    meaning: """
      `preprocess` describes how a photo becomes the input: it is resized, a rectangle is cropped from the middle, \
      and each channel is normalised by its `mean` and `std`. The result must have the input's shape. So `crop` is \
      the height and width of `input`, and `mean` and `std` have one value, or one per channel. `resize` must leave \
      enough to crop: a single number is the length of the photo's shorter side, and must be at least the shorter \
      side of `input`; `[height, width]` is the size of the whole photo, squashed, and must be at least as large as \
      `input` on both sides.
      """,
    repair: """
      Correct the number, or leave it out. Without `crop`, photos are cropped to the input. Without `resize`, photos \
      of the input's size stay as they are, and others are first resized to just cover 256/224 of its height and \
      width, as is customary for ImageNet.
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
