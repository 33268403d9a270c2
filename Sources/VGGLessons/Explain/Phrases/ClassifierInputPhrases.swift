import VGGGraph
import VGGSpec

/// The phrases on the source of the classifier's input.
package protocol ClassifierInputPhrases {
  /// The first fully connected layer's share of all parameters.
  func share(of layer: String, _ linear: Linear, parameters: Int, percent: Int, of all: Int)
    -> String
  func adaptivePoolingKeeps(_ pool: AdaptiveAvgPool2d) -> String
  /// The same for a network that ends in the adaptive pooling layer.
  func adaptivePoolingGives(_ pool: AdaptiveAvgPool2d) -> String
  /// Says that a global pooling layer outputs the same map size for every image.
  func globalPoolingKeeps(_ map: MapShape) -> String
  func sidesWithSameMap(_ sides: ClosedRange<Int>) -> String
  /// - Parameter isDense: Whether a dense classifier's window also has to fit.
  func smallestImage(_ side: Int, isDense: Bool) -> String
  func smallestImage(_ side: Int, isDense: Bool, below window: OversizedWindow) -> String
  func sizesIntroduction(isAdaptive: Bool) -> String
  /// The operation of a dense classifier's first layer on `map`, and the source of its weights.
  func denseForm(of name: String, _ layer: DenseLinear, over map: MapShape) -> String
  /// Says how the scores at the `places` are combined.
  func denseScores(_ places: PlaneSize) -> String
  func denseField(_ field: ReceptiveField) -> String
  /// The cost, compared with that of running crops of the size `crop`, one per place.
  func denseCost(_ macs: Int, crops: Int, of crop: PlaneSize, macs ofCrops: Int) -> String
}

/// A window that does not fit its map, and the image size at which that happens.
package struct OversizedWindow: Sendable {
  let imageSide: Int
  /// The layer's input map.
  let map: PlaneSize
  let layer: String
  let window: Window
}

package struct SizeColumns: Sendable {
  let image: String
  let lastMap: String
  let classifierInput: String
  /// The title if the network has no fully connected layer to name.
  let firstLinear: String
  let parameters: String
  let macs: String
}
