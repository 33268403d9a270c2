import VGGDiagnostics
import VGGGraph
import VGGMarkup
import VGGSpec

extension Explanation {
  /// The section on the classifier applied at every position of the map: the number of scores, their receptive
  /// fields and their cost.
  func denseForm(of graph: ModelGraph, _ named: NamedLayers) -> [TextDocument.Block] {
    guard let index = named.indices.first(where: { named.layers[$0].kind.denseLinear != nil }),
      let (layer, map) = graph.dense, case .map(let scores) = named.layers[index].output,
      let window = layer.kind.window
    else { return [] }
    let name = named.names[index]
    var blocks: [TextDocument.Block] = [
      .heading(phrases.lessonTexts.denseFormHeading),
      .paragraph(phrases.denseForm(of: name, layer, over: map)),
      .formulas(window.formulas(map.plane)),
      .paragraph(phrases.denseScores(scores.plane)),
    ]
    if let field = named.layers[index].receptiveField {
      blocks.append(.paragraph(phrases.denseField(field)))
    }
    let size = graph.smallestInput
    if let crop = graph.rescaled(to: size),
      let crops = checkedProduct(scores.height, scores.width, crop.macs), crops > crop.macs
    {
      blocks.append(
        .paragraph(
          phrases.denseCost(
            graph.totals.macs, crops: scores.height * scores.width, of: size, macs: crops)))
    }
    return blocks
  }
}
