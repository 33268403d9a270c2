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

extension CheckedModel {
  package var name: String {
    switch self {
    case .graph(let graph): graph.name
    case .stopped(let trace): trace.name
    }
  }

  /// The image; `nil` where it is what is wrong.
  package var input: MapShape? {
    switch self {
    case .graph(let graph): graph.input
    case .stopped(let trace): trace.input
    }
  }

  /// All layers, or those up to the error.
  package var layers: [Layer] {
    switch self {
    case .graph(let graph): graph.layers
    case .stopped(let trace): trace.layers
    }
  }
}
