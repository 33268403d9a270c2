import VGGMarkup
import VGGSpec

/// The phrases of the report's page, in addition to the lesson.
package protocol PagePhrases {
  func fieldKey(_ name: String, _ size: Sides) -> String
  /// The receptive field of a value, `width` by `height` pixels.
  func view(_ width: Int, _ height: Int) -> String
  /// The element with English passages marked as such, for screen readers.
  func markingEnglish(in element: Element) -> Element
}
