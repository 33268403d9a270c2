import VGGDiagnostics
import VGGFindings

extension Diagnostic {
  /// The printable message, with its label, which has the arithmetic.
  package func reason(in phrasebook: any FindingPhrasebook) -> String {
    let words = words(in: phrasebook)
    return printable([words.message, words.label].compactMap { $0 }.joined(separator: ": "))
  }
}
