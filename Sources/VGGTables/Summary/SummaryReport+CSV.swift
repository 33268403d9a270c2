import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGGraphJSON
import VGGMarkup
import VGGPhrasebooks

extension SummaryReport {
  /// A CSV table (RFC 4180) with a header and one line per layer of every model.
  ///
  /// A stopped model ends in a line of kind `stopped`, with the error's code as notation and its
  /// message as arithmetic. An empty receptive field is the whole image.
  package func csv() -> String { TextSink.text { writeCSV(to: $0) } }

  /// Writes the same table layer by layer.
  package func writeCSV(to sink: TextSink) {
    let header = csvRow([
      "model", "layer", LayerKey.paperName.rawValue, LayerKey.kind.rawValue,
      LayerKey.notation.rawValue, LayerKey.input.rawValue, LayerKey.output.rawValue, "arithmetic",
      LayerKey.parameters.rawValue, LayerKey.macs.rawValue, LayerKey.receptiveField.rawValue,
      "jump", "padding",
    ])
    sink.write(header)
    for model in models {
      for (layer, name) in zip(model.layers, PaperNames(model.layers).names) {
        let field = layer.receptiveField
        let row = csvRow([
          model.name, layer.name, name, layer.kind.name, layer.kind.notation,
          layer.input.description, layer.output.description, layer.arithmetic(in: English()),
          String(layer.parameters), String(layer.macs), field.map { $0.size.brief } ?? "",
          field.map { $0.jump.brief } ?? "", field.map { $0.padding.brief } ?? "",
        ])
        sink.write(row)
      }
      guard case .stopped(let trace) = model else { continue }
      let empty = Array(repeating: "", count: 5)
      let stop = [trace.stop.id.rawValue, "", "", trace.stop.english.message]
      sink.write(csvRow([model.name, "", "", "stopped"] + stop + empty))
    }
  }
}
