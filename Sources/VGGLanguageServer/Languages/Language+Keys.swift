import VGGDiagnostics
import VGGSpec

extension Language {
  /// The documentation of keys in this language.
  var keyPhrases: any KeyPhrasebook {
    switch self {
    case .english: EnglishKeys()
    case .korean: KoreanKeys()
    }
  }
}
