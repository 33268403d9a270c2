/// The filter that resizes photos, as Pillow has it.
///
/// When a photo shrinks, `bilinear` and `bicubic` widen with it, so that every pixel counts; `nearest` takes one pixel and leaves
/// the others out.
public enum PhotoInterpolation: String, Hashable, Sendable, CaseIterable {
  /// The mean of the pixels around, the nearer the more.
  case bilinear
  /// A cubic of the pixels around, which keeps edges sharper.
  case bicubic
  /// The nearest pixel alone.
  case nearest
}
