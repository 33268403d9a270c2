import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGMarkup
import VGGSpec

extension Explanation {
  /// The section on the first fully connected layer's inputs: their source, and their number as a function
  /// of the image size.
  func classifierInput(of graph: ModelGraph, _ named: NamedLayers) -> [TextDocument.Block] {
    guard let flattened = graph.totals.flattened else { return lastMap(of: graph, named) }
    let map = graph.finalMap
    let first = named.firstLinearName
    var blocks: [TextDocument.Block] = [
      .heading(phrases.lessonTexts.classifierInputHeading),
      .paragraph(phrases.lessonTexts.flatteningMeaning),
      .formulas([
        "\(map.channels) * \(map.height) * \(map.width) = \(grouped(flattened))"
      ]),
    ]
    if let first, let linear = graph.firstLinear {
      blocks.append(.paragraph(share(of: first, linear, in: graph)))
    }
    return blocks + closedFormula(graph, flattened) + smallest(graph, named)
      + sizeTable(graph, first)
  }

  /// The section on the last map's size as a function of the image size, for a network without a flatten layer.
  private func lastMap(of graph: ModelGraph, _ named: NamedLayers) -> [TextDocument.Block] {
    let dense = denseForm(of: graph, named)
    let formula: [TextDocument.Block] =
      if graph.dense != nil {
        mapFormula(graph, meaning: phrases.lessonTexts.scoreMapFormula)
      } else if let pool = graph.adaptivePool {
        [.paragraph(phrases.adaptivePoolingGives(pool))]
          + mapFormula(graph, meaning: phrases.lessonTexts.mapBeforeAdaptivePooling)
      } else if graph.hasFixedMap {
        [.paragraph(phrases.globalPoolingKeeps(graph.finalMap))]
      } else if let (rows, columns) = graph.sideFormulas {
        [
          .paragraph(phrases.lessonTexts.closedFormula),
          .formulas(["\(rows.text("H")) x \(columns.text("W"))"]),
        ]
      } else {
        [.paragraph(phrases.lessonTexts.noClosedFormula)]
      }
    return dense
      + (graph.dense == nil ? [.heading(phrases.lessonTexts.lastMapHeading)] : []) + formula
      + smallest(graph, named) + mapTable(graph)
  }

  private func share(of name: String, _ linear: Linear, in graph: ModelGraph) -> String {
    let parameters = linear.parameterCount ?? 0
    let all = graph.totals.parameters
    let percent = Int(clamping: (100 * Double(parameters) / Double(all)).rounded())
    return phrases.share(of: name, linear, parameters: parameters, percent: percent, of: all)
  }

  /// The map's size and the flattened size as formulas in the image's height H and width W.
  private func closedFormula(
    _ graph: ModelGraph, _ flattened: Int
  ) -> [TextDocument.Block] {
    let map = graph.finalMap
    let variable = phrases.lessonTexts.flattenedVariable
    if let pool = graph.adaptivePool {
      return [
        .paragraph(phrases.adaptivePoolingKeeps(pool)),
        .formulas([
          "\(variable) = \(map.channels) * \(pool.height) * \(pool.width) = "
            + grouped(flattened)
        ]),
      ] + mapFormula(graph, meaning: phrases.lessonTexts.mapBeforeAdaptivePooling)
    }
    if graph.hasFixedMap { return [.paragraph(phrases.globalPoolingKeeps(map))] }
    guard let (rows, columns) = graph.sideFormulas else {
      return [.paragraph(phrases.lessonTexts.noClosedFormula)]
    }
    return [
      .paragraph(phrases.lessonTexts.closedFormula),
      .formulas([
        "\(variable) = \(map.channels) * \(rows.text("H")) * \(columns.text("W"))",
        pad("", to: displayWidth(variable))
          + " = \(map.channels) * \(rows.text("\(graph.input.height)")) * "
          + "\(columns.text("\(graph.input.width)")) = \(grouped(flattened))",
      ]),
    ] + runs(graph)
  }

  private func mapFormula(_ graph: ModelGraph, meaning: String) -> [TextDocument.Block] {
    guard let (rows, columns) = graph.sideFormulas else { return [] }
    return [
      .paragraph(meaning),
      .formulas(["\(rows.text("H")) x \(columns.text("W"))"]),
    ]
  }

  /// The range of image sizes around the network's own that have the same flattened size.
  private func runs(_ graph: ModelGraph) -> [TextDocument.Block] {
    let sizes = InputSizes(graph)
    let input = graph.input
    guard input.height == input.width, let run = sizes.sidesWithSameMap(as: input.height),
      run.count > 1
    else { return [] }
    return [.paragraph(phrases.sidesWithSameMap(run))]
  }

  private func smallest(_ graph: ModelGraph, _ named: NamedLayers) -> [TextDocument.Block] {
    let (side, isDense) = (graph.smallestSquareInput, graph.dense != nil)
    guard side > 1, let window = named.firstOversizedWindow(forImageSide: side - 1) else {
      return [.paragraph(phrases.smallestImage(side, isDense: isDense))]
    }
    return [.paragraph(phrases.smallestImage(side, isDense: isDense, below: window))]
  }

  private static let sides = [
    32, 48, 64, 96, 128, 160, 192, 224, 256, 288, 320, 384, 448, 512,
  ]

  private func sizeTable(_ graph: ModelGraph, _ firstLinear: String?) -> [TextDocument.Block] {
    let sizes = InputSizes(graph)
    let rows = sizes.sizes(from: Self.sides).map { size in
      let other = graph.rescaled(to: size)
      let linear = graph.firstLinear.flatMap { linear in
        other?.flattened.flatMap { linear.taking(inputs: $0).parameterCount }
      }
      return TextTable.Row.cells([
        size.text + (size == sizes.own ? " *" : ""), other?.finalMap.description ?? "-",
        other?.flattened.map(grouped) ?? "-", linear.map(grouped) ?? "-",
        other.map { grouped($0.parameters) } ?? "-", other.map { grouped($0.macs) } ?? "-",
      ])
    }
    let titles = phrases.lessonTexts.sizeColumns
    let table = TextTable(
      [
        .init(title: titles.image, alignment: .right),
        .init(title: titles.lastMap, alignment: .right, sacrifice: 3),
        .init(title: titles.classifierInput, alignment: .right),
        .init(title: firstLinear ?? titles.firstLinear, alignment: .right, sacrifice: 1),
        .init(title: titles.parameters, alignment: .right),
        .init(title: titles.macs, alignment: .right, sacrifice: 2),
      ], rows: rows)
    let isAdaptive = graph.hasFixedMap
    return [.paragraph(phrases.sizesIntroduction(isAdaptive: isAdaptive)), .table(table)]
  }

  private func mapTable(_ graph: ModelGraph) -> [TextDocument.Block] {
    let sizes = InputSizes(graph)
    let rows = sizes.sizes(from: Self.sides).map { size in
      let other = graph.rescaled(to: size)
      let map = graph.dense == nil ? other?.finalMap : other?.featureMap
      return TextTable.Row.cells([
        size.text + (size == sizes.own ? " *" : ""), map?.description ?? "-",
        other.map { grouped($0.macs) } ?? "-",
      ])
    }
    let titles = phrases.lessonTexts.sizeColumns
    let table = TextTable(
      [
        .init(title: titles.image, alignment: .right),
        .init(
          title: graph.dense == nil ? titles.lastMap : phrases.lessonTexts.scoreMap,
          alignment: .right),
        .init(title: titles.macs, alignment: .right),
      ], rows: rows)
    return [.paragraph(phrases.lessonTexts.mapsOfOtherSizes), .table(table)]
  }
}

extension NamedLayers {
  var firstLinearName: String? {
    for index in indices where layers[index].kind.linear != nil {
      return names[index]
    }
    return nil
  }

  /// The first layer whose window does not fit a square image with sides of `imageSide` pixels.
  fileprivate func firstOversizedWindow(forImageSide imageSide: Int) -> OversizedWindow? {
    let windowed = indices.compactMap { index in
      layers[index].kind.window.map { (name: names[index], window: $0) }
    }
    return WindowChains(windowed.map(\.window)).firstOversized(imageSide).map { oversized in
      OversizedWindow(
        imageSide: imageSide, map: oversized.map, layer: windowed[oversized.index].name,
        window: windowed[oversized.index].window)
    }
  }
}
