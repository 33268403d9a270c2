import VGGGraph
import VGGSpec

/// What the playground says besides the lessons.
package protocol PlaygroundPhrases {
  /// Why a text is not taken.
  func textTooLarge(mebibytes: Int) -> String
  func verdict(errors: Int, warnings: Int) -> String
  func weightLayers(_ count: Int) -> String
  func stops(because reason: String) -> String
  /// - Parameter alike: The square images that give as large a map.
  /// What a dense classifier makes of the last map.
  func scores(_ places: PlaneSize, from map: MapShape) -> String
  func flattens(_ map: MapShape, _ count: Int, alike: ClosedRange<Int>?) -> String
  /// What adaptive pooling makes of every image.
  func pools(to map: MapShape, _ count: Int) -> String
  func smallest(_ side: Int) -> String
  func changedOnDisk(_ file: String) -> String
  func unwritable(_ file: String, _ reason: String) -> String
}
