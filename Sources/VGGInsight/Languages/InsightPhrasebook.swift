import VGGDiagnostics

/// The messages about networks that cannot be looked into.
package protocol InsightPhrasebook: Sendable {
  func words(for error: InsightError) -> String
}

extension Language {
  /// The messages about insight in this language.
  package var insightPhrases: any InsightPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
