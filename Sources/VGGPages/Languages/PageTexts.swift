/// The constant texts of pictures and pages, a language's in one table for its translators.
///
/// Texts with something to fill in, or that depend on a number, are functions of the phrasebook.
package struct PageTexts: Sendable {
  /// What the boxes' lengths mean.
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
  /// On buttons.
  package let save: String
  package let share: String
  package let format: String
  package let fixAll: String
  package let backToOwnSize: String
  package let writeSize: String
  package let backToFile: String
  /// How the page is used without a pointer.
  package let keyboardHint: String
  package let seesEverything: String
  package let isAPixel: String
  /// What the page itself has to say, by its keys there.
  package let notices: PageNotices
}
