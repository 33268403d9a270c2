import VGGFiles
import VGGGraph
import VGGSpec

/// The last map that a first linear layer's inputs speak of, and the images that give it.
struct InferredMap: Hashable {
  let channels: Int
  let plane: PlaneSize
  /// The image sides that give the map's height, and its width.
  let heights: ClosedRange<Int>
  let widths: ClosedRange<Int>
  /// The smallest square image that the features can take, for a network with adaptive pooling.
  let smallestSide: Int

  /// The image that the configuration names: ImageNet's where it fits, or else the smallest.
  var image: PlaneSize {
    PlaneSize(height: Self.usual(in: heights), width: Self.usual(in: widths))
  }

  private static func usual(in sides: ClosedRange<Int>) -> Int {
    sides.contains(imageNetSide) ? imageNetSide : sides.lowerBound
  }
}

private let imageNetSide = 224

extension InferredNetwork {
  private var windows: WindowChains { WindowChains(features.compactMap(\.window)) }

  /// The maps of every height and width whose product fits, the most nearly square first; of each
  /// pair only the wider than high.
  ///
  /// A network without a linear layer gives the map of ImageNet's images, or of the smallest that
  /// it takes.
  func maps() throws(UninferableNetwork) -> [InferredMap] {
    let planes = flattened.map { self.planes(of: $0 / channels) } ?? [lastPlane]
    let maps = planes.compactMap { plane -> InferredMap? in
      guard let heights = windows.rows.inputs(forOutput: plane.height),
        let widths = windows.columns.inputs(forOutput: plane.width),
        let smallest = windows.smallestSquareInput()
      else { return nil }
      return InferredMap(
        channels: channels, plane: plane, heights: heights, widths: widths, smallestSide: smallest)
    }
    guard !maps.isEmpty else {
      throw UninferableNetwork(
        reason:
          "no image within the language's bounds gives the classifier its \(flattened ?? 0) inputs")
    }
    return maps
  }

  private var lastPlane: PlaneSize {
    windows.output(of: PlaneSize(height: imageNetSide, width: imageNetSide))
      ?? PlaneSize(height: 1, width: 1)
  }

  /// The ways in which `count` is height x width.
  private func planes(of count: Int) -> [PlaneSize] {
    let longest = LanguageBounds.imageSide.upperBound
    guard count <= longest * longest else { return [] }
    let root = Int(clamping: Double(count).squareRoot())
    return (1...root).reversed()
      .filter { count.isMultiple(of: $0) && count / $0 <= longest }
      .map { PlaneSize(height: $0, width: count / $0) }
  }
}
