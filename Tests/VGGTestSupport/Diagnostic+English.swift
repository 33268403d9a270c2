import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks

/// The English text, which most tests compare.
extension Diagnostic {
  package var message: String { english.message }
  package var label: String? { english.label }
  package var notes: [Note] { english.notes }
}

extension FixIt {
  package var title: String { EnglishFindings().title(of: action) }
}
