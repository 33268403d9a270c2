import VGGDiagnostics
import VGGFindings

extension English {
  package func repair(_ message: String) -> String { "To fix it: \(message)." }

  package func moreAbout(_ id: DiagnosticID) -> String {
    """
    vggc check shows the place in the file; vggc explain \(id.rawValue) explains the check.
    """
  }
}
