import VGGFindings
import VGGPhrasebooks
import VGGSpec

/// The documentation in English, from the keys' own tables, which the JSON Schema also has.
struct EnglishKeys: KeyPhrasebook {
  func documentation(of key: some ConfigurationKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func summary(of word: Word) -> String { word.summary }

  func summary(of pattern: TextPattern) -> String { pattern.summary }

  var listSummary: String { "A list." }

  func summary(of section: Section) -> String {
    "A mapping: \(EnglishFindings().words(for: section))."
  }

  func line(onDefault standard: String) -> String { "Default: \(standard)." }
}
