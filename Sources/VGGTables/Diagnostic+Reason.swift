import VGGDiagnostics
import VGGFindings

extension Diagnostic {
  /// The message with the arithmetic, as it can be shown.
  package func reason(in phrasebook: any FindingPhrasebook) -> String {
    let words = words(in: phrasebook)
    return printable([words.message, words.label].compactMap { $0 }.joined(separator: ": "))
  }
}
