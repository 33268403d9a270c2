import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Explanation {
  /// Where the first fully connected layer's inputs come from, and how they follow from the image's
  /// size.
  func classifierInput(of graph: ModelGraph, _ named: NamedLayers) -> [TextDocument.Block] {
    let map = graph.finalMap
    let first = named.firstLinearName
    var blocks: [TextDocument.Block] = [
      .heading("Where the classifier's input comes from"),
      .paragraph(
        """
        flatten lays the last map out as one vector, channel by channel and row by row, so it has as
        many values as the map:
        """),
      .formulas([
        "\(map.channels) * \(map.height) * \(map.width) = \(grouped(graph.totals.flattened))"
      ]),
    ]
    if let first, let linear = graph.firstLinear {
      blocks.append(.paragraph(share(first, linear, graph)))
    }
    return blocks + closedFormula(graph) + smallest(graph, named) + sizeTable(graph, first)
  }

  private func share(_ name: String, _ linear: Linear, _ graph: ModelGraph) -> String {
    let parameters = linear.parameterCount ?? 0
    let percent = Int((100 * Double(parameters) / Double(graph.totals.parameters)).rounded())
    return
      "\(name) has a weight from each of them to each of its \(grouped(linear.outputs)) outputs: "
      + "\(grouped(parameters)) parameters\(linear.bias ? " with the biases" : ""), \(percent)% of the network's "
      + "\(grouped(graph.totals.parameters))."
  }

  /// The map's size and the flattened size as formulas in the image's height H and width W.
  private func closedFormula(_ graph: ModelGraph) -> [TextDocument.Block] {
    let map = graph.finalMap
    if let pool = graph.adaptivePool {
      return [
        .paragraph(
          """
          The adaptive pooling before it gives \(pool.height) x \(pool.width) whatever it takes, so
          the number is the same for every image that is large enough:
          """),
        .formulas([
          "flattened = \(map.channels) * \(pool.height) * \(pool.width) = "
            + grouped(graph.totals.flattened)
        ]),
      ] + mapFormula(graph)
    }
    guard let formula = graph.sideFormula else {
      return [
        .paragraph(
          """
          This network's layers do not follow one closed formula in the image's size, for rounding
          up (ceil) or a window at the edge makes exceptions; the table below has the layers' own
          arithmetic.
          """)
      ]
    }
    return [
      .paragraph(
        """
        For an image of H rows and W columns every layer's formula can be put into the next one's.
        Rounding down twice is the same as rounding down once, floor(floor(n/a)/b) = floor(n/(a*b)),
        so a single formula is left:
        """),
      .formulas([
        "flattened = \(map.channels) * \(formula.text("H")) * \(formula.text("W"))",
        "          = \(map.channels) * \(formula.text("\(graph.input.height)")) * "
          + "\(formula.text("\(graph.input.width)")) = \(grouped(graph.totals.flattened))",
      ]),
    ] + runs(graph)
  }

  private func mapFormula(_ graph: ModelGraph) -> [TextDocument.Block] {
    guard let formula = graph.sideFormula else { return [] }
    return [
      .paragraph(
        """
        What it takes follows from the image's H rows and W columns; it is a map of
        """),
      .formulas(["\(formula.text("H")) x \(formula.text("W"))"]),
    ]
  }

  /// The run of sizes around the network's own that give the same number.
  private func runs(_ graph: ModelGraph) -> [TextDocument.Block] {
    let sizes = InputSizes(graph)
    let input = graph.input
    guard input.height == input.width, let run = sizes.sidesWithSameMap(as: input.height),
      run.count > 1
    else { return [] }
    return [
      .paragraph(
        """
        Square images from \(run.lowerBound) to \(run.upperBound) pixels a side give the same
        number, since rounding down leaves the remaining rows and columns out.
        """)
    ]
  }

  private func smallest(_ graph: ModelGraph, _ named: NamedLayers) -> [TextDocument.Block] {
    let side = graph.smallestSquareInput
    guard side > 1, let stop = named.firstMisfit(forImageSide: side - 1) else {
      return [.paragraph("The smallest image that works is \(side) x \(side).")]
    }
    return [
      .paragraph(
        """
        The smallest image that works is \(side) x \(side). At \(side - 1) x \(side - 1) the map is
        \(stop.side) x \(stop.side) when it comes to \(named.names[stop.index]), and a
        \(stop.window.kernel)x\(stop.window.kernel) window does not fit.
        """)
    ]
  }

  private static let sides = [
    32, 48, 64, 96, 128, 160, 192, 224, 256, 288, 320, 384, 448, 512,
  ]

  private func sizeTable(_ graph: ModelGraph, _ firstLinear: String?) -> [TextDocument.Block] {
    let sizes = InputSizes(graph)
    let rows = sizes.sizes(from: Self.sides).map { size in
      let other = graph.rescaled(to: size)
      let linear = graph.firstLinear.flatMap { linear in
        other.flatMap {
          Linear(inputs: $0.flattened, outputs: linear.outputs, bias: linear.bias).parameterCount
        }
      }
      return TextTable.Row.cells([
        size.text + (size == sizes.own ? " *" : ""), other?.finalMap.description ?? "-",
        other.map { grouped($0.flattened) } ?? "-", linear.map(grouped) ?? "-",
        other.map { grouped($0.parameters) } ?? "-", other.map { grouped($0.macs) } ?? "-",
      ])
    }
    let table = TextTable(
      [
        .init(title: "image", alignment: .right),
        .init(title: "last map", alignment: .right, sacrifice: 3),
        .init(title: "FC input", alignment: .right),
        .init(title: "\(firstLinear ?? "first FC")", alignment: .right, sacrifice: 1),
        .init(title: "all parameters", alignment: .right),
        .init(title: "MACs", alignment: .right, sacrifice: 2),
      ], rows: rows)
    let others =
      graph.adaptivePool == nil
      ? "Other sizes make other networks, each with a first fully connected layer to fit"
      : "Other sizes run through the same network; only the MACs change"
    return [.paragraph("\(others) (* is the size configured):"), .table(table)]
  }
}

extension NamedLayers {
  var firstLinearName: String? {
    for index in indices {
      if case .linear = layers[index].kind { return names[index] }
    }
    return nil
  }

  /// The first layer whose window does not fit when the image has a side of so many pixels.
  fileprivate func firstMisfit(
    forImageSide side: Int
  ) -> (index: Int, side: Int, window: Window)? {
    var side = side
    for index in indices {
      guard let window = layers[index].kind.window else { continue }
      guard let next = window.outputSize(side) else { return (index, side, window) }
      side = next
    }
    return nil
  }
}
