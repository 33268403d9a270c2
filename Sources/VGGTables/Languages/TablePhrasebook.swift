import VGGDiagnostics

/// The translated phrases of tables.
///
/// Each subject has a separate protocol, and a language is a value type that conforms to all of them: a
/// language that lacks a phrase does not compile. Phrases take numbers, shapes and names, and format them as
/// text; they do not compute anything.
package protocol TablePhrasebook: Sendable, SummaryPhrases, ComparisonPhrases, DifferencePhrases {
  var tableTexts: TableTexts { get }
}

extension English: TablePhrasebook {
  package var tableTexts: TableTexts { .english }
}

extension Korean: TablePhrasebook {
  package var tableTexts: TableTexts { .korean }
}

extension Language {
  /// The tables' phrases in this language.
  package var tablePhrases: any TablePhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
