import VGGDiagnostics
import VGGFindings

/// The phrases on the error at which a model's layers end.
package protocol StopPhrases {
  func repair(_ message: String) -> String
  func moreAbout(_ id: DiagnosticID) -> String
}
