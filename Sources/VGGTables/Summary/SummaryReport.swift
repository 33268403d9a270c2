import VGGDiagnostics
import VGGGraph
import VGGSpec

/// What `vggc summary` prints of the models of a file: every layer, and the totals.
///
/// A model that failed its checks shows its layers up to the error, and what stopped it.
package struct SummaryReport: Report {
  let models: [CheckedModel]
  /// Of the text for a terminal; all other formats are in English.
  let phrases: any TablePhrasebook

  package init(_ models: [CheckedModel], in phrases: any TablePhrasebook = English()) {
    self.models = models
    self.phrases = phrases
  }
}
