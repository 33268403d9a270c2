import VGGDiagnostics
import VGGFindings

extension Diagnostic {
  /// The message with the arithmetic, as it can be shown.
  package var reason: String {
    printable([message, label].compactMap { $0 }.joined(separator: ": "))
  }
}
