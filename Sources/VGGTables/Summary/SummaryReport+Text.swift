import VGGDiagnostics
import VGGFindings
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
      let layers = LayerTable(model, English())
      layers.table.write(width: width, style: style) { lines.append($0) }
      lines += layers.notShown.map { wrap($0, width: width, indent: "  ") } ?? []
      if case .graph(let graph) = model {
        lines.append("")
        lines += TotalsTable(graph, English()).lines(width: width, style: style)
      }
      lines.append("")
    }
    let conventions = Convention.all(for: models).map(English().meaning)
    lines += conventions.flatMap { wrap($0, width: width, indent: "  ") }.map(style.dim)
    return lines.joined(separator: "\n") + "\n"
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
}
