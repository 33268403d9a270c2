import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup

/// The layers of one model, without those that would repeat the previous row, and the error that stopped it.
package struct LayerTable {
  private let model: CheckedModel
  private let phrases: any TablePhrasebook

  package init(_ model: CheckedModel, _ phrases: any TablePhrasebook) {
    self.model = model
    self.phrases = phrases
  }

  package var table: TextTable {
    let layers = model.layers
    let names = PaperNames(layers).names
    let shown = layers.tableRows
    let stop = stop
    return TextTable(
      LayerColumn.allCases.map { $0.column(in: phrases) },
      rowCount: shown.count + (stop == nil ? 0 : 1)
    ) { [phrases] row in
      guard row < shown.count else { return .alert(stop ?? "") }
      let (layer, name) = (layers[shown[row]], names[shown[row]])
      return .cells(LayerColumn.allCases.map { $0.cell(of: layer, named: name, in: phrases) })
    }
  }

  /// The note on the layers that the table leaves out; `nil` if it has all of them.
  package var notShown: String? {
    let hidden = model.layers.filter(\.repeatsRowBefore)
    guard !hidden.isEmpty else { return nil }
    let relus = hidden.count { $0.kind.isReLU }
    let dropouts = hidden.count { $0.kind.isDropout }
    return phrases.notShown(
      relus: relus, activations: hidden.count - relus - dropouts, dropouts: dropouts)
  }

  /// The note on the outputs other than the last; `nil` if there aren't any.
  package var taps: String? {
    guard case .graph(let graph) = model, !graph.taps.isEmpty else { return nil }
    return phrases.taps(graph.tappedLayers.map { ($0.tap.name, $0.layer.output) })
  }

  private var stop: String? {
    guard case .stopped(let trace) = model else { return nil }
    return phrases.stopped(
      because: "\(trace.stop.reason(in: phrases.findings)) [\(trace.stop.id.rawValue)]")
  }
}

extension [Layer] {
  /// The indices of the layers that have a row in tables.
  package var tableRows: [Int] { indices.filter { !self[$0].repeatsRowBefore } }
}
