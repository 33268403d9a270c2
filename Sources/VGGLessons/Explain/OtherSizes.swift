import VGGDiagnostics
import VGGGraph
import VGGMarkup
import VGGSpec

extension Explanation {
  /// The section on images of other sizes with flattening, adaptive pooling and the paper's dense form.
  func otherSizes(of graph: ModelGraph, _ named: NamedLayers) -> [TextDocument.Block] {
    // With a global pooling layer, every image has the same number of flattened values.
    guard let name = named.firstLinearName, let linear = graph.firstLinear,
      let flattened = graph.totals.flattened, graph.adaptivePool != nil || !graph.hasFixedMap
    else { return [] }
    let map = graph.finalMap
    let plane = PlaneSize(height: map.height, width: map.width)
    return [
      .heading(phrases.lessonTexts.otherSizesHeading),
      .paragraph(phrases.otherSizesIntroduction(name, plane: plane)),
      .paragraph(phrases.flattenAsItIs(name, image: graph.input, plane: plane)),
      .paragraph(phrases.adaptiveWay(of: graph.adaptivePool, map: map)),
      .paragraph(
        phrases.denseWay(
          name, channels: map.channels, outputs: linear.outputs, plane: plane,
          isAdaptive: graph.adaptivePool != nil)),
      .table(waysTable(graph, plane, kept: flattened)),
    ]
  }

  private static let sides = [32, 64, 128, 224, 256, 384, 512]

  private func waysTable(_ graph: ModelGraph, _ plane: PlaneSize, kept: Int) -> TextTable {
    let sizes = InputSizes(graph)
    let rows = sizes.sizes(from: Self.sides).compactMap { size -> TextTable.Row? in
      guard let map = graph.rescaled(to: size)?.featureMap else { return nil }
      let flattened = checkedProduct(map.channels, map.height, map.width)
      let parameters = flattened.flatMap(graph.parameters(withFlattened:))
      return .cells([
        size.text + (size == sizes.own ? " *" : ""), map.description,
        flattened.map(grouped) ?? "-", parameters.map(grouped) ?? "-",
        "\(binText(map.height, plane.height)) x \(binText(map.width, plane.width))", grouped(kept),
        scoreMap(map, plane),
      ])
    }
    let titles = phrases.lessonTexts.wayColumns
    return TextTable(
      [
        .init(title: titles.image, alignment: .right),
        .init(title: titles.lastMap, alignment: .right, sacrifice: 3),
        .init(title: titles.flattened, alignment: .right),
        .init(title: titles.parameters, alignment: .right),
        .init(title: phrases.bins(to: plane), alignment: .right, sacrifice: 2),
        .init(title: titles.pooled, alignment: .right, sacrifice: 1),
        .init(title: titles.dense, alignment: .right),
      ], rows: rows)
  }

  /// The length of the bins: `1`, or `2-3` if they differ.
  private func binText(_ input: Int, _ output: Int) -> String {
    let lengths = AdaptiveAvgPool2d.binLengths(input: input, output: output)
    return lengths.count == 1
      ? "\(lengths.lowerBound)" : "\(lengths.lowerBound)-\(lengths.upperBound)"
  }

  private func scoreMap(_ map: MapShape, _ plane: PlaneSize) -> String {
    guard map.height >= plane.height, map.width >= plane.width else {
      return phrases.lessonTexts.none
    }
    return "\(map.height - plane.height + 1)x\(map.width - plane.width + 1)"
  }
}
