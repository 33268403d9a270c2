import VGGGraph

/// How much of the image a value depends on.
package protocol ReceptiveFieldPhrases {
  var receptiveFieldsHeading: String { get }
  var receptiveFieldMeaning: String { get }
  var receptiveFieldFormulas: [String] { get }
  var firstWindowReach: String { get }
  var pixelsSeenFormula: String { get }
  /// The titles of after, map, sees, jump, padding, and the pixels that the first value sees.
  var receptiveFieldColumns: ReceptiveFieldColumns { get }
  func pixels(from first: String, to last: String) -> String
  /// - Parameter side: The image's longer side, in pixels.
  func reach(of layer: String, _ field: ReceptiveField, imageSide side: Int) -> String
}

package struct ReceptiveFieldColumns: Sendable {
  let after: String
  let map: String
  let sees: String
  let jump: String
  let padding: String
  let pixels: String
}
