import VGGDiagnostics
import VGGFindings

extension Language {
  /// The language's phrases for everything that vggc reports.
  package var findings: any FindingPhrasebook {
    switch self {
    case .english: EnglishFindings()
    case .korean: KoreanFindings()
    }
  }
}
