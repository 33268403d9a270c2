import VGGSpec

/// What the report's page says besides the lesson.
package protocol PagePhrases {
  func fieldKey(_ name: String, _ size: Sides) -> String
  /// What a value sees, so many pixels across and down.
  func view(_ width: Int, _ height: Int) -> String
}
