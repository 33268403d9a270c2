import VGGGraph
import VGGSpec

/// Where the classifier's input comes from.
package protocol ClassifierInputPhrases {
  /// How many parameters the first fully connected layer has, of all.
  func share(of layer: String, _ linear: Linear, parameters: Int, percent: Int, of all: Int)
    -> String
  func adaptivePoolingKeeps(_ pool: AdaptiveAvgPool2d) -> String
  /// The same of a network that ends in the pooling.
  func adaptivePoolingGives(_ pool: AdaptiveAvgPool2d) -> String
  /// That a global pooling makes the last map the same for every image.
  func globalPoolingKeeps(_ map: MapShape) -> String
  func sidesWithSameMap(_ sides: ClosedRange<Int>) -> String
  func smallestImage(_ side: Int) -> String
  func smallestImage(_ side: Int, below window: OversizedWindow) -> String
  func sizesIntroduction(isAdaptive: Bool) -> String
  /// What a dense classifier's first layer does on `map`, and where its weights come from.
  func denseForm(of name: String, _ layer: DenseLinear, over map: MapShape) -> String
  /// What becomes of the scores at each of the places.
  func denseScores(_ places: PlaneSize) -> String
  func denseField(_ field: ReceptiveField) -> String
  /// The cost next to that of images of `side` pixels, cut out one for each place.
  func denseCost(_ macs: Int, crops: Int, side: Int, macs ofCrops: Int) -> String
}

/// A window that does not fit its map, and at which image size.
package struct OversizedWindow: Sendable {
  let imageSide: Int
  /// The map that comes to it.
  let map: PlaneSize
  let layer: String
  let window: Window
}

package struct SizeColumns: Sendable {
  let image: String
  let lastMap: String
  let classifierInput: String
  /// Where the network has no fully connected layer to name.
  let firstLinear: String
  let parameters: String
  let macs: String
}
