import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// Networks as Graphviz digraphs: a record for each layer, with its name, operation, output shape and
/// parameters, and a dashed arrow to the name of each output other than the last.
///
/// - Parameter comment: The origin of the text.
package func dotDiagram(_ graphs: [ModelGraph], comment: String) -> String {
  TextSink.text { writeDOT(graphs, comment: comment, to: $0) }
}

/// Writes the same digraphs layer by layer.
package func writeDOT(_ graphs: [ModelGraph], comment: String, to sink: TextSink) {
  sink.write("// \(printable(comment))\n")
  for graph in graphs {
    write(graph) { line in
      sink.write(line)
      sink.write("\n")
    }
  }
}

private func write(_ graph: ModelGraph, _ print: (String) -> Void) {
  let names = PaperNames(graph.layers).names
  let image = BoxColours.image
  print("digraph \(identifier(graph.name)) {")
  print("  graph [bgcolor=transparent, ranksep=0.15]")
  print(
    "  node [shape=record, style=filled, fontname=\"Helvetica\", fontsize=11, height=0.3,"
      + " fillcolor=\"\(image.front.light)\", color=\"\(image.edge.light)\","
      + " fontcolor=\"\(Palette.pictureText.colour.light)\"]")
  print("  edge [color=\"\(image.edge.light)\", arrowsize=0.6]")
  print("  image [label=\(record(["image", "\(graph.input)"]))]")
  for (layer, name) in zip(graph.layers, names) {
    let cells = [name, layer.kind.notation, "\(layer.output)"]
    let learned = layer.parameters > 0 ? [counted(layer.parameters, "parameter")] : []
    let colour = layer.kind.group.colour.map { ", fillcolor=\"\($0)\"" } ?? ""
    print("  \(name) [label=\(record(cells + learned))\(colour)]")
  }
  var from = "image"
  for name in names {
    print("  \(from) -> \(name)")
    from = name
  }
  for tap in graph.taps {
    let name = names[tap.layer]
    print("  tap_\(name) [label=\(quoted(tap.name)), shape=plaintext, style=\"\"]")
    print("  \(name) -> tap_\(name) [style=dashed]")
  }
  print("}")
}

/// The label of a record with the given cells.
private func record(_ cells: [String]) -> String {
  quoted(cells.map(cell).joined(separator: "|"))
}

/// The text of a record's cell, with the characters escaped that have a meaning there.
private func cell(_ text: String) -> String {
  text.map { "{}|<> ".contains($0) ? "\\\($0)" : String($0) }.joined()
}

/// A quoted Graphviz identifier, with backslashes escaped: a trailing one would escape the closing quote.
private func identifier(_ text: String) -> String {
  quoted(printable(text).replacing("\\", with: "\\\\"))
}

private func quoted(_ text: String) -> String {
  "\"\(text.replacing("\"", with: "\\\""))\""
}

extension LayerGroup {
  /// The fill colour, on which dark letters are legible; `nil` for layers that keep the shape.
  fileprivate var colour: String? {
    switch self {
    case .convolution: BoxColours.convolution.front.light
    case .pooling: BoxColours.pooling.top.light
    case .responseNormalization: BoxColours.normalization.top.light
    case .flatten: BoxColours.flatten.front.light
    case .linear: BoxColours.linear.top.light
    case .softmax: BoxColours.softmax.top.light
    case .batchNormalization, .activation, .dropout: nil
    }
  }
}
