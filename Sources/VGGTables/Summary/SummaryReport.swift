import VGGGraph
import VGGSpec

/// What `vggc summary` prints of the models of a file: every layer, and the totals.
///
/// A model that failed its checks shows its layers up to the error, and what stopped it.
package struct SummaryReport: Report {
  let models: [CheckedModel]

  package init(_ models: [CheckedModel]) {
    self.models = models
  }
}
