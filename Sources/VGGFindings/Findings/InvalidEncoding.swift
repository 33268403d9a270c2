import VGGDiagnostics
import VGGFiles

/// The bytes are not plain UTF-8 text.
package enum InvalidEncoding: Finding {
  case utf16
  /// Korean text in CP949, which includes EUC-KR.
  case cp949
  /// A file of another kind.
  case otherFormat(FileFormat)
  case byte(UInt8)
  /// A control character, by its code point.
  case controlCharacter(UInt32)
  /// Another character, by its code point, with the parser's own words.
  case otherCharacter(UInt32, String)
  /// An error for which this project has no words, in the parser's own.
  case other(String)

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension InvalidEncoding {
  package static let id = DiagnosticID.invalidEncoding
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "The file is not plain UTF-8 text",
    meaning: """
      A configuration is text in UTF-8. This file contains a byte or a control character that isn't allowed in such \
      text: it was saved as UTF-16 or Latin-1, contains text copied from a terminal, or is a file of another kind, \
      which the message names.

      Most editors don't show control characters, so vggc shows each as �. The example has one, U+0007, within its \
      name.
      """,
    repair: """
      Save the file as UTF-8, and delete the character at the column that the message names; it is safest to type \
      the word again.
      """)

  package static let example = FindingExample(
    PackageResources.invalid_encoding_yaml,
    repairs: [
      .replace("name: ti\u{7}ny", with: "name: tiny")
    ])
}
