import VGGDiagnostics
import VGGFindings

extension Language {
  /// Its words for everything that vggc reports.
  package var findings: any FindingPhrasebook {
    switch self {
    case .english: EnglishFindings()
    case .korean: KoreanFindings()
    }
  }
}
