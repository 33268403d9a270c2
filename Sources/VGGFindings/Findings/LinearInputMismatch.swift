import VGGDiagnostics

/// A linear layer states a different number of inputs than reach it.
package enum LinearInputMismatch: Finding {
  /// - Parameters:
  ///   - flattened: The number of the map's values.
  ///   - source: The layer that last changed the map's size.
  ///   - fitsAnyInput: Whether the map's size does not depend on the input's.
  ///   - sizes: The sides of the square inputs for which the stated number would be right.
  case flattenedMap(
    stated: Int, MapShape, flattened: Int, source: SourceRange?, fitsAnyInput: Bool,
    sizes: ClosedRange<Int>?)
  case previousLayer(stated: Int, outputs: Int, source: SourceRange?)

  package func fixIts(at range: SourceRange) -> [FixIt] {
    let (stated, actual) =
      switch self {
      case .flattenedMap(let stated, _, let flattened, _, _, _): (stated, flattened)
      case .previousLayer(let stated, let outputs, _): (stated, outputs)
      }
    return [FixIt(.replace("\(stated)", with: "\(actual)"), at: range, .certain)]
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension LinearInputMismatch {
  package static let id = DiagnosticID.linearInputMismatch
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A linear layer's inputs don't match the layer before",
    meaning: """
      The first fully connected layer has a weight for every value of the last feature map, so its `in` is channels \
      * height * width of that map. That number depends on the image size: 25,088 = 512 * 7 * 7 is right for VGG \
      with images of 224 to 255 pixels, and wrong for all others. The `in` of a later layer is the `out` of the \
      previous linear layer.

      PyTorch reports "mat1 and mat2 shapes cannot be multiplied (1x2048 and 25088x4096)" when it runs the network \
      on an image.
      """,
    repair: """
      Correct `in`, or leave it out: vggc computes it. To keep the number, because weights have been trained with \
      it, use one of the input sizes in the note.
      """)

  package static let example = FindingExample(
    PackageResources.linear_input_mismatch_yaml,
    repairs: [
      .replace("- linear: {in: 25088, out: 4096}", with: "- linear: {in: 2048, out: 4096}")
    ])
}
