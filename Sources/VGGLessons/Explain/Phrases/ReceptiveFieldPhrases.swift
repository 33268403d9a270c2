import VGGGraph

/// How much of the image a value depends on.
package protocol ReceptiveFieldPhrases {
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
