import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup
import VGGPhrasebooks

extension SummaryReport {
  /// Tables in GitHub Flavored Markdown with every layer of every model, and the totals below.
  package func markdown() -> String { TextSink.text { writeMarkdown(to: $0) } }

  /// Writes the same tables layer by layer.
  package func writeMarkdown(to sink: TextSink) {
    guard !models.isEmpty else { return }
    for model in models {
      sink.write("## \(markdownEscaped(model.name))\n\n")
      writeLayers(of: model, to: sink)
      if let taps = LayerTable(model, English()).taps { sink.write("\n\(markdownEscaped(taps))\n") }
      sink.write("\n\(closing(model))\n")
    }
    for convention in [Convention.macs, .parameters, .receptiveField, .activations] {
      sink.write("\(English().meaning(of: convention))\n")
    }
  }

  private func writeLayers(of model: CheckedModel, to sink: TextSink) {
    let head = MarkdownTable(
      titles: [
        "layer", "torchvision", "notation", "input", "output", "arithmetic", "parameters", "MACs",
        "RF",
      ],
      alignments: [.left, .left, .left, .right, .right, .left, .right, .right, .right], rows: [])
    sink.write(head.text)
    for (layer, name) in zip(model.layers, PaperNames(model.layers).names) {
      let row = MarkdownTable.line([
        markdownEscaped(name), markdownEscaped(layer.name), layer.kind.notation,
        layer.input.description, layer.output.description,
        markdownEscaped(layer.arithmetic(in: English())),
        layer.parameters == 0 ? "" : grouped(layer.parameters),
        layer.macs == 0 ? "" : grouped(layer.macs),
        layer.receptiveField.map { grouped($0.size) } ?? "-",
      ])
      sink.write(row)
    }
  }

  private func closing(_ model: CheckedModel) -> String {
    switch model {
    case .stopped(let trace):
      return "**Stopped here:** \(markdownEscaped(trace.stop.english.message)) "
        + "(`\(trace.stop.id.rawValue)`)\n"
    case .graph(let graph):
      return TotalsTable(graph, English()).markdown.text
    }
  }
}
