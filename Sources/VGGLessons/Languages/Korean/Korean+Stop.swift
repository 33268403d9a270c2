import VGGDiagnostics
import VGGFindings

extension Korean {
  package func repair(_ message: String) -> String { "고치려면: \(message)." }

  package func moreAbout(_ id: DiagnosticID) -> String {
    """
    파일의 어느 곳인지는 vggc check가 보여 주고, 이 검사가 무엇인지는 vggc explain \(id.rawValue) 명령이 설명합니다.
    """
  }
}
