import VGGGraph
import VGGSpec

/// What can be done with an image of another size.
package protocol OtherSizesPhrases {
  var otherSizesHeading: String { get }
  func otherSizesIntroduction(_ layer: String, plane: PlaneSize) -> String
  func flattenAsItIs(_ layer: String, image: MapShape, plane: PlaneSize) -> String
  func adaptiveWay(of pool: AdaptiveAvgPool2d?, map: MapShape) -> String
  func denseWay(
    _ layer: String, channels: Int, outputs: Int, plane: PlaneSize, isAdaptive: Bool
  ) -> String
  var wayColumns: WayColumns { get }
  func bins(to plane: PlaneSize) -> String
  /// That the dense form has no place for its kernel.
  var none: String { get }
}

package struct WayColumns: Sendable {
  let image: String
  let lastMap: String
  let flattened: String
  let parameters: String
  let pooled: String
  let dense: String
}
