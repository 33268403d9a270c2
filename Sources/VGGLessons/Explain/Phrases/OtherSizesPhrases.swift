import VGGGraph
import VGGSpec

/// The phrases on the options for an image of another size.
package protocol OtherSizesPhrases {
  func otherSizesIntroduction(_ layer: String, plane: PlaneSize) -> String
  func flattenAsItIs(_ layer: String, image: MapShape, plane: PlaneSize) -> String
  func adaptiveWay(of pool: AdaptiveAvgPool2d?, map: MapShape) -> String
  func denseWay(
    _ layer: String, channels: Int, outputs: Int, plane: PlaneSize, isAdaptive: Bool
  ) -> String
  func bins(to plane: PlaneSize) -> String
}

package struct WayColumns: Sendable {
  let image: String
  let lastMap: String
  let flattened: String
  let parameters: String
  let pooled: String
  let dense: String
}
