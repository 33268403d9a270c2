import VGGDiagnostics
import VGGGraph
import VGGSpec

/// The output of `vggc summary` for the models of a file: every layer, and the totals.
///
/// For a model that failed its checks, it has the layers before the error, and the error.
package struct SummaryReport: Report {
  let models: [CheckedModel]
  /// The phrases of the terminal text; all other formats are in English.
  let phrases: any TablePhrasebook

  package init(_ models: [CheckedModel], in phrases: any TablePhrasebook = English()) {
    self.models = models
    self.phrases = phrases
  }
}
