/// The filter that resizes photos, the same as Pillow's.
///
/// When a photo shrinks, `bilinear` and `bicubic` widen with it, so that every pixel counts; `nearest` takes one pixel and
/// ignores the others.
public enum PhotoInterpolation: String, Hashable, Sendable, CaseIterable {
  /// The mean of the pixels around, weighted by nearness.
  case bilinear
  /// A cubic of the pixels around, which keeps edges sharper.
  case bicubic
  /// The nearest pixel alone.
  case nearest
}
