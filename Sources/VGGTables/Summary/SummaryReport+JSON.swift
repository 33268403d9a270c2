import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGGraphJSON
import VGGPhrasebooks

extension SummaryReport {
  /// The summary in JSON: `{"format_version", "models": […]}`, with every layer (`Docs/Summary.md`).
  ///
  /// A stopped model has `null` totals, and `stopped_at` with the error's code and message.
  package func json() throws -> String {
    try TextSink.text { (sink) throws in try writeJSON(to: sink) }
  }

  /// Writes the same JSON layer by layer.
  package func writeJSON(to sink: TextSink) throws {
    let document = VersionedDocument(.summary, SummaryDocument())
    try JSONSink(to: sink).write(document, filling: "models", isEmpty: models.isEmpty) {
      for (index, model) in models.enumerated() {
        let layers = model.layers
        try $0.write(
          ModelEntry(model), filling: "layers", count: layers.count,
          end: index < models.count - 1 ? "," : ""
        ) { LayerEntry(layers[$0]) }
      }
    }
  }
}

/// A summary without its models.
private struct SummaryDocument: Encodable {
  let models: [String] = []
}

/// A model without its layers.
private struct ModelEntry: Encodable {
  let name: String
  let input: [Int]?
  let output: [Int]?
  let taps: [TapDocument]?
  let totals: ModelTotals?
  let stop: StopEntry?

  init(_ model: CheckedModel) {
    name = model.name
    switch model {
    case .graph(let graph):
      input = Shape.map(graph.input).dimensions
      output = graph.output.dimensions
      taps = TapDocument.all(of: graph)
      totals = graph.totals
      stop = nil
    case .stopped(let trace):
      input = trace.input.map { Shape.map($0).dimensions }
      output = nil
      taps = nil
      totals = nil
      stop = StopEntry(code: trace.stop.id.rawValue, message: trace.stop.english.message)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case name
    case input
    case output
    case taps
    case layers
    case stop = "stopped_at"
  }

  /// Encodes unknown totals as `null`, so that every model has the same keys.
  func encode(to encoder: any Encoder) throws {
    try TotalsEntry(totals).encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(input, forKey: .input)
    try container.encode(output, forKey: .output)
    try container.encodeIfPresent(taps, forKey: .taps)
    try container.encode([String](), forKey: .layers)
    try container.encodeIfPresent(stop, forKey: .stop)
  }
}

private struct StopEntry: Encodable {
  let code: String
  let message: String
}
