import VGGDiagnostics

/// A convolution has `padding: same`, which equal padding on both sides cannot achieve.
package enum SamePadding: Finding {
  /// The kernel spans an even number of rows or columns.
  case evenKernel(extent: Sides, isDilated: Bool)
  /// The stride is not 1; `half` is half of what the kernel spans.
  case stride(Sides, half: Sides)

  /// The problem of a convolution with `padding: same`; `nil` if there isn't one.
  ///
  /// - Parameter extent: The rows and columns that the kernel spans.
  package init?(stride: Sides, extent: Sides, isDilated: Bool) {
    if stride != 1 {
      self = .stride(stride, half: extent.map { $0 / 2 })
    } else if !extent.both({ !$0.isMultiple(of: 2) }) {
      self = .evenKernel(extent: extent, isDilated: isDilated)
    } else {
      return nil
    }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension SamePadding {
  package static let id = DiagnosticID.samePadding
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "`padding: same` with an even kernel or a stride",
    meaning: """
      `padding: same` keeps the map's size with the same number of zeros on both sides. An even kernel needs an odd \
      number of padding rows: PyTorch and TensorFlow put the extra row below the map and the extra column to its \
      right, which no number for `padding` can express. With a stride, the map gets smaller anyway. PyTorch rejects \
      `same` there, and TensorFlow chooses the padding by the image size, again with the extra row and column below \
      and to the right: for an even image size, a stride of 2 and a 3x3 kernel, it pads only below and to the right.
      """,
    repair: """
      Write the padding as a number. With a stride, half the kernel produces a map of the same size as TensorFlow's, \
      but the windows are at different positions, so TensorFlow's weights compute something else.
      """)

  package static let example = FindingExample(
    PackageResources.same_padding_yaml,
    repairs: [
      .replace("stride: 2, padding: same", with: "stride: 2, padding: 1")
    ])
}
