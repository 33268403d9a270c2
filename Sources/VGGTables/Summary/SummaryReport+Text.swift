import VGGDiagnostics
import VGGFindings
import VGGGraph

extension SummaryReport {
  /// Aligned tables for a terminal of `width` columns, with fewer columns or a second line per layer if it
  /// is narrow.
  ///
  /// Empty if there are no models, for example if a file is not valid YAML.
  package func text(width: Int, style: TerminalStyle = .plain) -> String {
    TextSink.text { writeText(width: width, style: style, to: $0) }
  }

  /// Writes the same text layer by layer.
  package func writeText(width: Int, style: TerminalStyle, to sink: TextSink) {
    guard !models.isEmpty else { return }
    func print(_ line: String) {
      sink.write(line)
      sink.write("\n")
    }
    for model in models {
      for line in heading(model, width: width, style: style) { print(line) }
      let layers = LayerTable(model, phrases)
      layers.table.write(width: width, style: style, to: print)
      for note in [layers.notShown, layers.taps].compactMap({ $0 }) {
        for line in wrap(note, width: width, indent: "  ") { print(line) }
      }
      if case .graph(let graph) = model {
        print("")
        for line in TotalsTable(graph, phrases).lines(width: width, style: style) { print(line) }
      }
      print("")
    }
    for convention in Convention.all(for: models).map(phrases.meaning) {
      for line in wrap(convention, width: width, indent: "  ") { print(style.dim(line)) }
    }
  }

  private func heading(_ model: CheckedModel, width: Int, style: TerminalStyle) -> [String] {
    let shapes =
      switch model {
      case .graph(let graph):
        phrases.heading(from: "\(graph.input)", to: "\(graph.output)", graph.totals.weightLayers)
      case .stopped(let trace):
        phrases.heading(from: trace.input.map { "\($0)" }, stoppedBy: trace.stop.id)
      }
    let title = "\(printable(model.name)): \(shapes)"
    return wrap(title, width: width, indent: "  ").map(style.bold) + [""]
  }
}
