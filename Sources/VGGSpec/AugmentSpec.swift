import VGGDiagnostics

/// The `augment` key: the random changes to a photo before it is trained on. Parts that aren't stated
/// change nothing.
package struct AugmentSpec: Sendable, Equatable {
  package var crop: Spanned<RandomCrop>?
  /// The probability that a photo is mirrored.
  package var flip: Spanned<Double>?

  package init() {}
}

/// The part of a photo that is taken.
package enum RandomCrop: Hashable, Sendable {
  /// Not random: the centre, as in `preprocess`.
  case none
  /// torchvision's `RandomResizedCrop`: a part with a share of the photo's area between the bounds
  /// of `scale` and a width divided by height between those of `ratio`, resized to the input.
  case resized(scale: ClosedRange<Double>, ratio: ClosedRange<Double>)
  /// torchvision's `RandomCrop`: the centre with this many black pixels added on each side, and from that a
  /// random part of the input's size.
  case padded(Int)

  /// torchvision's bounds.
  package static let standard = resized(scale: standardScale, ratio: standardRatio)
  package static let standardScale = 0.08...1.0
  package static let standardRatio = 3.0 / 4...4.0 / 3
}
