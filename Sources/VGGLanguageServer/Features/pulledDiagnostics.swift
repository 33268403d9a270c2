import VGGDiagnostics
import VGGFiles

extension LSP.DiagnosticReport {
  /// A report of diagnostics, or only that they are those of the client's previous result.
  ///
  /// The result's ID is a digest of the diagnostics, so the server does not remember results.
  init(_ diagnostics: [LSP.Diagnostic], previous: String?) {
    let digest = hexadecimal(SHA256.hash(JSONRPC.write(diagnostics) ?? []))
    if previous == digest {
      self.init(kind: .unchanged, resultId: digest, items: nil)
    } else {
      self.init(kind: .full, resultId: digest, items: diagnostics)
    }
  }
}
