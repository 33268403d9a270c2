import VGGDiagnostics
import VGGGraph

extension SummaryReport {
  /// Aligned tables for a terminal of `width` columns: fewer columns, or a second line a layer,
  /// when it is narrow.
  ///
  /// Without a model, as where a file is no YAML, it is empty.
  package func text(width: Int, style: TerminalStyle = .plain) -> String {
    guard !models.isEmpty else { return "" }
    var lines: [String] = []
    for model in models {
      lines += heading(model, width: width, style: style)
      layerTable(model).write(width: width, style: style) { lines.append($0) }
      lines += foldedLayers(model, width: width)
      if case .graph(let graph) = model {
        lines.append("")
        lines += TotalsTable(graph).lines(width: width, style: style)
      }
      lines.append("")
    }
    lines += conventions.flatMap { wrap($0, width: width, indent: "  ") }.map(style.dim)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the numbers mean; bytes stand in the totals, which only a whole network has.
  private var conventions: [String] {
    let ofLayers = [Conventions.macs, Conventions.parameters, Conventions.receptiveField]
    let hasTotals = models.contains { if case .graph = $0 { true } else { false } }
    return hasTotals ? ofLayers + [Conventions.activations, Conventions.peak] : ofLayers
  }

  private func heading(_ model: CheckedModel, width: Int, style: TerminalStyle) -> [String] {
    let shapes =
      switch model {
      case .graph(let graph):
        "\(graph.input) -> \(graph.output), \(counted(graph.totals.weightLayers, "weight layer"))"
      case .stopped(let trace):
        (trace.input.map { "\($0) -> stopped" } ?? "stopped") + " by \(trace.stop.id.rawValue)"
      }
    let title = "\(printable(model.name)): \(shapes)"
    return wrap(title, width: width, indent: "  ").map(style.bold) + [""]
  }

  /// The models' tables of layers.
  var layerTables: [TextTable] { models.map(layerTable) }

  private func layerTable(_ model: CheckedModel) -> TextTable {
    let layers = model.layers
    let names = PaperNames(layers).names
    let shown = layers.indices.filter { !layers[$0].isFoldedInText }
    var stop: String?
    if case .stopped(let trace) = model {
      let reason = [trace.stop.message, trace.stop.label].compactMap { $0 }.joined(separator: ": ")
      stop = "stopped here: \(printable(reason)) [\(trace.stop.id.rawValue)]"
    }
    return TextTable(
      LayerColumn.allCases.map(\.column), rowCount: shown.count + (stop == nil ? 0 : 1)
    ) { row in
      guard row < shown.count else { return .alert(stop ?? "") }
      let layer = layers[shown[row]]
      return .cells(LayerColumn.allCases.map { $0.cell(of: layer, named: names[shown[row]]) })
    }
  }

  /// Says which layers the table leaves out.
  private func foldedLayers(_ model: CheckedModel, width: Int) -> [String] {
    let reluCount = model.layers.count { $0.kind == .relu }
    let dropoutCount = model.layers.count { $0.isFoldedInText } - reluCount
    let kinds = [
      reluCount > 0 ? "\(grouped(reluCount)) ReLU" : nil,
      dropoutCount > 0 ? "\(grouped(dropoutCount)) dropout" : nil,
    ].compactMap { $0 }
    guard !kinds.isEmpty else { return [] }
    let count = reluCount + dropoutCount
    let rest =
      count == 1
      ? "layer, which keeps its input's shape and learns nothing."
      : "layers, which keep their input's shape and learn nothing."
    return wrap(
      "Not shown: \(kinds.joined(separator: " and ")) \(rest)", width: width, indent: "  ")
  }
}

extension Layer {
  /// Whether the text table leaves the layer out, because it would repeat the row before.
  var isFoldedInText: Bool {
    switch kind {
    case .relu, .dropout: true
    default: false
    }
  }
}
