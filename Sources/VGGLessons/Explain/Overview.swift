import VGGGraph
import VGGMarkup

extension Explanation {
  func overview(of graph: ModelGraph) -> [TextDocument.Block] {
    let convolutions = graph.layers.count { $0.kind.convolution != nil }
    let fullyConnected = graph.totals.weightLayers - convolutions
    return [
      .title(phrases.title(of: graph)),
      .paragraph(
        phrases.overview(of: graph, convolutions: convolutions, fullyConnected: fullyConnected)),
    ]
      + (graph.taps.isEmpty
        ? []
        : [
          .paragraph(phrases.tapped(graph.tappedLayers.map { ($0.tap.name, $0.layer.output) }))
        ]) + [.paragraph(phrases.lessonTexts.notation)]
  }

  func overview(of trace: LayerTrace) -> [TextDocument.Block] {
    [.title(phrases.title(of: trace)), .paragraph(phrases.overview(of: trace))]
      + (trace.layers.isEmpty ? [] : [.paragraph(phrases.lessonTexts.notation)])
  }
}
