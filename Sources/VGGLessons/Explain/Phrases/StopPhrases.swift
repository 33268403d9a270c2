import VGGDiagnostics
import VGGFindings

/// The error at which a model's layers end.
package protocol StopPhrases {
  func repair(_ message: String) -> String
  func moreAbout(_ id: DiagnosticID) -> String
}
