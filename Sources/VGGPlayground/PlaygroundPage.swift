import VGGDiagnostics
import VGGMarkup
import VGGPages

/// The playground's page before its first request to the server: `Page/playground.html` with a language's
/// texts substituted for their names.
enum PlaygroundPage {
  static func html(in language: Language) -> String {
    texts(in: language.pagePhrases.pageTexts).reduce(template) { page, text in
      page.replacing("{{\(text.key)}}", with: escapedPrintable(text.value))
    }
  }

  static var template: String { String(decoding: PackageResources.playground_html, as: UTF8.self) }

  /// The page's texts by their names in the template.
  static func texts(in texts: PageTexts) -> [String: String] {
    [
      "languageCode": texts.languageCode,
      "examplesLabel": texts.examplesLabel,
      "format": texts.format,
      "share": texts.share,
      "backToFile": texts.backToFile,
      "save": texts.save,
      "linkLabel": texts.linkLabel,
      "textHeading": texts.textHeading,
      "editorLabel": texts.editorLabel,
      "fixAll": texts.fixAll,
      "networkHeading": texts.networkHeading,
      "modelLabel": texts.modelLabel,
      "sizeLabel": texts.sizeLabel,
      "backToOwnSize": texts.backToOwnSize,
      "writeSize": texts.writeSize,
      "drawingLabel": texts.drawingLabel,
      "keyboardHint": texts.keyboardHint,
      "layerHeading": texts.layerHeading,
      "totalsHeading": texts.totalsHeading,
      "layersHeading": texts.layersHeading,
    ]
  }
}
