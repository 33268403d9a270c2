import VGGGraph
import VGGSpec

/// The phrases of the playground, in addition to the lessons.
package protocol PlaygroundPhrases {
  /// The reason for refusing a request, which the page shows.
  func words(for refusal: PageRefusal) -> String
  func verdict(errors: Int, warnings: Int) -> String
  func weightLayers(_ count: Int) -> String
  func stops(because reason: String) -> String
  /// The scores that a dense classifier computes from the last map.
  func scores(_ places: PlaneSize, from map: MapShape) -> String
  /// - Parameter alike: The sides of the square images with the same map size.
  func flattens(_ map: MapShape, _ count: Int, alike: ClosedRange<Int>?) -> String
  /// The map that adaptive pooling outputs for every image.
  func pools(to map: MapShape, _ count: Int) -> String
  func smallest(_ side: Int) -> String
}
