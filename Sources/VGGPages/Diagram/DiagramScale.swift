import VGGGraph

/// The lengths in the picture, in its units: square roots of channels, height and width, so that
/// a map of 224 rows and one of 7, or 64 channels and 25,088 values, fit in the same picture.
///
/// All boxes of a picture have the same scale.
struct DiagramScale: Hashable, Sendable {
  private static let tallest = 180.0
  private static let thickestMap = 28.0
  private static let longestVector = 180.0
  private static let thinnest = 3.0
  /// The visible fractions of a map's width, to the right and upwards.
  private static let perspective = (right: 0.30, up: 0.20)

  private let side: Double
  private let channel: Double

  init(of shapes: [Shape]) {
    var (longestSide, mostChannels, longestVector) = (1, 1, 1)
    for shape in shapes {
      switch shape {
      case .map(let map):
        longestSide = max(longestSide, map.height, map.width)
        mostChannels = max(mostChannels, map.channels)
      case .vector(let count): longestVector = max(longestVector, count)
      }
    }
    side = min(Self.tallest / Double(longestSide).squareRoot(), 22)
    channel = min(
      Self.thickestMap / Double(mostChannels).squareRoot(),
      Self.longestVector / Double(longestVector).squareRoot(), 4)
  }

  /// The box of a shape; a vector is a map of one row and one column.
  func box(_ shape: Shape) -> DiagramBox {
    let (channels, rows, columns) =
      switch shape {
      case .map(let map): (map.channels, map.height, map.width)
      case .vector(let count): (count, 1, 1)
      }
    let depth = side * Double(columns).squareRoot()
    return DiagramBox(
      thickness: max(Self.thinnest, channel * Double(channels).squareRoot()),
      height: side * Double(rows).squareRoot(), right: depth * Self.perspective.right,
      up: depth * Self.perspective.up)
  }
}

/// A box in oblique projection: a front of thickness x height, extended to the back by `right` and `up`.
struct DiagramBox: Hashable, Sendable {
  let thickness: Double
  let height: Double
  let right: Double
  let up: Double

  var fullHeight: Double { height + up }
}
