/// The filter that resizes photos, as Pillow has it.
///
/// When a photo shrinks, `bilinear` and `bicubic` widen with it, so that every pixel counts; `nearest` takes one pixel and leaves
/// the others out.
public enum PhotoInterpolation: String, Hashable, Sendable, CaseIterable {
  case bilinear
  case bicubic
  case nearest
}
