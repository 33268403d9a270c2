import VGGDiagnostics

/// Everything that tables say in more than one language.
///
/// Each part of what is said is a separate protocol, and a language is a value type that conforms to all of
/// them: a phrase that a language lacks does not compile. Phrases get numbers, shapes and names, and put them
/// into words; they compute nothing.
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
  /// Everything that tables say in it.
  package var tablePhrases: any TablePhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
