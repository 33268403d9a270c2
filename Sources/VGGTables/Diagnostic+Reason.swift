import VGGDiagnostics
import VGGFindings

extension Diagnostic {
  /// The message with the arithmetic, as it can be shown.
  var reason: String { printable([message, label].compactMap { $0 }.joined(separator: ": ")) }
}
