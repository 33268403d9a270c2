import VGGFiles
import VGGGraph
import VGGSpec

/// The last map, as implied by the inputs of the first linear layer, and the images that produce
/// it.
struct InferredMap: Hashable {
  let channels: Int
  let plane: PlaneSize
  /// The image sides that produce the map's height, and its width.
  let heights: ClosedRange<Int>
  let widths: ClosedRange<Int>
  /// The smallest square image that the features can take, for a network with adaptive pooling.
  let smallestSide: Int

  /// The image in the configuration: ImageNet's if it fits, otherwise the smallest.
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
  /// pair only the one that is wider than high.
  ///
  /// A network without a linear layer has the map of ImageNet's images, or of the smallest images
  /// that it takes.
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
      throw .noImageSize(inputs: flattened ?? 0)
    }
    return maps
  }

  private var lastPlane: PlaneSize {
    windows.output(of: PlaneSize(height: imageNetSide, width: imageNetSide))
      ?? PlaneSize(height: 1, width: 1)
  }

  /// The factorisations of `count` into height x width.
  private func planes(of count: Int) -> [PlaneSize] {
    let longest = LanguageBounds.imageSide.upperBound
    guard count <= longest * longest else { return [] }
    let root = Int(clamping: Double(count).squareRoot())
    return (1...root).reversed()
      .filter { count.isMultiple(of: $0) && count / $0 <= longest }
      .map { PlaneSize(height: $0, width: count / $0) }
  }
}
