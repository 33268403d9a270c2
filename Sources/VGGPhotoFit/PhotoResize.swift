/// The size that a photo is resized to before its middle is cropped.
///
/// An integer literal is the length of the shorter side, as in torchvision's `Resize`.
public enum PhotoResize: Hashable, Sendable {
  /// The shorter side has this many pixels; the longer one keeps the proportions, rounded down.
  case shorterSide(Int)
  /// The whole photo, squashed to this height and width whatever its proportions are.
  case size(height: Int, width: Int)
  /// A photo of the crop's size stays unchanged. Any other keeps its proportions, and becomes just large enough to be at
  /// least this high and this wide.
  case cover(height: Int, width: Int)
  /// Every photo stays unchanged.
  case unchanged
}

extension PhotoResize: ExpressibleByIntegerLiteral {
  /// The length of the shorter side.
  public init(integerLiteral value: Int) {
    self = .shorterSide(value)
  }
}

extension PhotoResize {
  /// The usual rule for a crop of this size: both of its sides are covered with the margin of ImageNet's usual transform,
  /// which resizes to 256 pixels for a crop of 224.
  package static func usual(cropHeight: Int, cropWidth: Int) -> PhotoResize {
    .cover(height: withMargin(cropHeight), width: withMargin(cropWidth))
  }

  private static func withMargin(_ side: Int) -> Int { (side * 256 + 112) / 224 }

  /// The numbers in it, which must be at least 1.
  package var sides: [Int] {
    switch self {
    case .shorterSide(let side): [side]
    case .size(let height, let width), .cover(let height, let width): [height, width]
    case .unchanged: []
    }
  }
}
