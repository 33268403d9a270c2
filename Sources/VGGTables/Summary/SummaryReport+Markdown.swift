import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGMarkup

extension SummaryReport {
  /// Every layer of every model in tables of GitHub's Markdown, with the totals below.
  package func markdown() -> String {
    guard !models.isEmpty else { return "" }
    let models = models.map { model in
      let heading = "## \(markdownEscaped(model.name))\n\n"
      return heading + layerTable(model).text + "\n" + closing(model)
    }
    let conventions = [Convention.macs, .parameters, .receptiveField, .activations]
      .map { "\(English().meaning(of: $0))\n" }
    return (models + [conventions.joined()]).joined(separator: "\n")
  }

  private func layerTable(_ model: CheckedModel) -> MarkdownTable {
    let names = PaperNames(model.layers).names
    let rows = zip(model.layers, names).map { layer, name in
      [
        markdownEscaped(name), markdownEscaped(layer.name), layer.kind.notation,
        layer.input.description, layer.output.description,
        markdownEscaped(layer.arithmetic(in: English())),
        layer.parameters == 0 ? "" : grouped(layer.parameters),
        layer.macs == 0 ? "" : grouped(layer.macs),
        layer.receptiveField.map { grouped($0.size) } ?? "-",
      ]
    }
    return MarkdownTable(
      titles: [
        "layer", "torchvision", "notation", "input", "output", "arithmetic", "parameters", "MACs",
        "RF",
      ],
      alignments: [.left, .left, .left, .right, .right, .left, .right, .right, .right], rows: rows)
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
