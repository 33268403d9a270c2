import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Explanation {
  /// What flattening, adaptive pooling and the paper's dense form do with an image of another size.
  func otherSizes(of graph: ModelGraph, _ named: NamedLayers) -> [TextDocument.Block] {
    guard let name = named.firstLinearName, let linear = graph.firstLinear else { return [] }
    let map = graph.finalMap
    let plane = PlaneSize(height: map.height, width: map.width)
    return [
      .heading("An image of another size: three ways"),
      .paragraph(
        """
        The convolutions do not care for the image's size: they have the same kernels whatever they
        slide over. \(name) does care, for it has one weight for each place of the \(plane.text)
        map. There are three ways to go on.
        """),
      .paragraph(
        """
        Flatten as it is, and make another network. \(name) gets as many inputs as the map has
        values. It can be built, but weights that were trained at \(graph.input.height) x
        \(graph.input.width) do not fit it, unless the map happens to be \(plane.text) again. vggc
        reports a stated number that does not fit (linear-input-mismatch).
        """),
      .paragraph(
        """
        Adaptive pooling, torchvision's way: AdaptiveAvgPool2d((7, 7)) before flatten turns every
        map into 7 x 7, so that the weights of the classifier always fit. A 7 x 7 map passes
        unchanged; of a larger one, bins of rows and columns are averaged, which may overlap and
        differ in size where it does not divide; of a smaller one, values are repeated. The network
        runs at any size that its pooling layers allow, but sees at a scale that it was not trained
        for. \(adaptiveHere(graph))
        """),
      .paragraph(
        """
        The dense form, the paper's way of testing (section 3.2): \(name) is read as a convolution
        of \(plane.text) with \(counted(map.channels, "channel")) in and
        \(grouped(linear.outputs)) out, and the later fully connected layers as 1x1 convolutions. Not one weight changes; on a map
        of \(plane.text) the result is the same. On a larger map the \(plane.text) kernel finds
        several places, and the result is a map of scores, which is averaged to one score a class. A
        map smaller than \(plane.text) has no place for it. \(denseHere(graph))
        """),
      .table(waysTable(graph, plane)),
    ]
  }

  private func adaptiveHere(_ graph: ModelGraph) -> String {
    guard let pool = graph.adaptivePool else {
      let map = graph.finalMap
      return """
        This network has no such layer (avgpool: none); the table's bins are those of one to its own
        \(map.height) x \(map.width).
        """
    }
    return "This network has one, to \(pool.height) x \(pool.width)."
  }

  private func denseHere(_ graph: ModelGraph) -> String {
    graph.adaptivePool == nil ? "" : "The dense form leaves adaptive pooling out."
  }

  private static let sides = [32, 64, 128, 224, 256, 384, 512]

  private func waysTable(_ graph: ModelGraph, _ plane: PlaneSize) -> TextTable {
    let sizes = InputSizes(graph)
    let kept = graph.totals.flattened
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
    return TextTable(
      [
        .init(title: "image", alignment: .right),
        .init(title: "last map", alignment: .right, sacrifice: 3),
        .init(title: "flattened", alignment: .right),
        .init(title: "parameters", alignment: .right),
        .init(title: "bins to \(plane.text)", alignment: .right, sacrifice: 2),
        .init(title: "pooled", alignment: .right, sacrifice: 1),
        .init(title: "dense", alignment: .right),
      ], rows: rows)
  }

  /// `1`, or `2-3` where bins differ.
  private func binText(_ input: Int, _ output: Int) -> String {
    let lengths = AdaptiveAvgPool2d.binLengths(input: input, output: output)
    return lengths.count == 1
      ? "\(lengths.lowerBound)" : "\(lengths.lowerBound)-\(lengths.upperBound)"
  }

  private func scoreMap(_ map: MapShape, _ plane: PlaneSize) -> String {
    guard map.height >= plane.height, map.width >= plane.width else { return "none" }
    return "\(map.height - plane.height + 1)x\(map.width - plane.width + 1)"
  }
}
