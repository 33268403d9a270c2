import VGGDiagnostics
import VGGPhotoFit
import VGGSpec

/// One side of a ``SettingChange``, independent of any language.
package enum SettingValue: Hashable, Sendable {
  /// A value as written in a configuration, or numbers.
  case text(String)
  case none
  /// Images are resized to this size regardless of their aspect ratio.
  case squashed(String)
  /// Images are resized to the smallest size that covers this size.
  case cover(String)
  case padding(Int)
  case ranges(scale: Bounds, ratio: Bounds)
  /// A number of class names, with the first that differs.
  case names(Int, first: Name?)

  package struct Bounds: Hashable, Sendable {
    package let least: String
    package let greatest: String

    init(_ range: ClosedRange<Double>) {
      (least, greatest) = (plain(range.lowerBound), plain(range.upperBound))
    }
  }

  package struct Name: Hashable, Sendable {
    /// The name's number, from 1.
    package let number: Int
    package let name: String
  }

  init(_ resize: PhotoResize) {
    switch resize {
    case .shorterSide(let side): self = .text(grouped(side))
    case .size(let height, let width): self = .squashed("\(height)x\(width)")
    case .cover(let height, let width): self = .cover("\(height)x\(width)")
    case .unchanged: self = .none
    }
  }

  init(_ crop: RandomCrop) {
    switch crop {
    case .none: self = .none
    case .padded(let pixels): self = .padding(pixels)
    case .resized(let scale, let ratio): self = .ranges(scale: Bounds(scale), ratio: Bounds(ratio))
    }
  }
}
