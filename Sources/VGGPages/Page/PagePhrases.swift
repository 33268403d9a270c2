/// What the report's page says besides the lesson.
package protocol PagePhrases {
  var languageCode: String { get }
  var contentsHeading: String { get }
  var pictureHeading: String { get }
  var totalsHeading: String { get }
  var fieldsHeading: String { get }
  var fieldsCaption: String { get }
  func fieldKey(_ name: String, _ size: Int) -> String
  var layerTableHeading: String { get }
  var comparisonHeading: String { get }
  var comparisonMeaning: String { get }
  var findingsHeading: String { get }
  /// What a value sees, so many pixels across and down.
  func view(_ width: Int, _ height: Int) -> String
  var glossaryHeading: String { get }
  var glossary: [(term: String, meaning: String)] { get }
}
