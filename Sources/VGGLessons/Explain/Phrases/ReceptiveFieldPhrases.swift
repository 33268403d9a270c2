import VGGGraph
import VGGSpec

/// The phrases on the part of the image that a value depends on.
package protocol ReceptiveFieldPhrases {
  func pixels(from first: String, to last: String) -> String
  /// - Parameters:
  ///   - image: The image's sides, in pixels.
  ///   - precedesLinear: Whether fully connected layers follow, which see the whole image.
  func reach(
    of layer: String, _ field: ReceptiveField, image: PlaneSize, precedesLinear: Bool
  ) -> String
}

package struct ReceptiveFieldColumns: Sendable {
  let after: String
  let map: String
  let sees: String
  let jump: String
  let padding: String
  let pixels: String
}
