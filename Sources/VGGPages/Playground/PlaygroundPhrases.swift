import VGGGraph
import VGGSpec

/// What the playground says besides the lessons.
package protocol PlaygroundPhrases {
  var textHeading: String { get }
  var networkHeading: String { get }
  var layerHeading: String { get }
  var layersHeading: String { get }
  var editorLabel: String { get }
  var examplesLabel: String { get }
  var modelLabel: String { get }
  var sizeLabel: String { get }
  var drawingLabel: String { get }
  var linkLabel: String { get }
  /// On buttons.
  var save: String { get }
  var share: String { get }
  var format: String { get }
  var fixAll: String { get }
  var backToOwnSize: String { get }
  var writeSize: String { get }
  var backToFile: String { get }
  /// How the page is used without a pointer.
  var keyboardHint: String { get }
  func verdict(errors: Int, warnings: Int) -> String
  func weightLayers(_ count: Int) -> String
  func stops(because reason: String) -> String
  /// - Parameter alike: The square images that give as large a map.
  func flattens(_ map: MapShape, _ count: Int, alike: ClosedRange<Int>?) -> String
  /// What adaptive pooling makes of every image.
  func pools(to map: MapShape, _ count: Int) -> String
  func smallest(_ side: Int) -> String
  var seesEverything: String { get }
  var isAPixel: String { get }
  func changedOnDisk(_ file: String) -> String
  func unwritable(_ file: String, _ reason: String) -> String
  /// What the page itself has to say, by its keys there.
  var notices: [String: String] { get }
}
