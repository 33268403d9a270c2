/// The constant texts of pictures and pages, one table per language for its translators.
///
/// Texts that have placeholders or depend on a number are functions of the phrasebook.
package struct PageTexts: Sendable {
  /// The meaning of the boxes' lengths.
  package let diagramScale: String
  package let languageCode: String
  package let contentsHeading: String
  package let pictureHeading: String
  package let totalsHeading: String
  package let fieldsHeading: String
  package let fieldsCaption: String
  package let layerTableHeading: String
  package let comparisonHeading: String
  package let comparisonMeaning: String
  package let findingsHeading: String
  package let glossaryHeading: String
  package let textHeading: String
  package let networkHeading: String
  package let layerHeading: String
  package let layersHeading: String
  package let editorLabel: String
  package let examplesLabel: String
  package let modelLabel: String
  package let sizeLabel: String
  package let drawingLabel: String
  package let linkLabel: String
  /// The labels of buttons.
  package let save: String
  package let share: String
  package let format: String
  package let fixAll: String
  package let backToOwnSize: String
  package let writeSize: String
  package let backToFile: String
  /// Instructions for using the page without a pointer.
  package let keyboardHint: String
  package let seesEverything: String
  package let isAPixel: String
  /// The texts of the page's scripts, by their keys there.
  package let notices: PageNotices
}
