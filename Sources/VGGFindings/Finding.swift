import VGGDiagnostics

/// A kind of finding about the user's text: typed values, independent of language.
///
/// Each kind has a file in `Findings`, with its explanation and its example. A language words it in
/// a file of its phrasebook.
package protocol Finding: Hashable, Sendable {
  static var id: DiagnosticID { get }
  static var severity: Severity { get }
  static var stage: DiagnosticStage { get }
  static var explanation: FindingExplanation { get }
  static var example: FindingExample { get }

  /// The edits that would repair it, if it was found at `range`.
  func fixIts(at range: SourceRange) -> [FixIt]

  /// Message, label and notes in the phrasebook's language.
  func words(in phrasebook: some FindingPhrasebook) -> FindingWords
}

extension Finding {
  package func fixIts(at range: SourceRange) -> [FixIt] { [] }
}
