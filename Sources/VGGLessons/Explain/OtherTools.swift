import VGGDiagnostics
import VGGGraph
import VGGMarkup
import VGGSpec

extension Explanation {
  /// The section on the numbers that other tools print for this network, by their rules, and why they differ.
  ///
  /// Empty for networks with layers for which the tools' rules are not known.
  func otherTools(on graph: ModelGraph) -> [TextDocument.Block] {
    guard graph.layers.allSatisfy({ type(of: $0.kind.lesson).countsAreKnown }) else { return [] }
    return [
      .heading(phrases.lessonTexts.otherToolsHeading),
      .paragraph(
        phrases.otherToolsIntroduction(
          parameters: graph.totals.parameters, stateBytes: graph.layers.stateBytes)),
      .table(toolTable(graph)), .paragraph(phrases.lessonTexts.whatCanBeCompared),
    ] + (graph.dense == nil ? [] : [.paragraph(phrases.lessonTexts.denseFormInTools)])
      + activations(graph) + receptiveFieldCalculators(graph)
  }

  private func toolTable(_ graph: ModelGraph) -> TextTable {
    let rows = CountingRule.all.map { rule in
      let total = rule.total(over: graph.layers)
      return TextTable.Row.cells([
        phrases.name(of: rule.counter), total.map(grouped) ?? phrases.lessonTexts.overflow,
        total.map(abbreviated) ?? "-", phrases.meaning(of: rule.counter),
      ])
    }
    let titles = phrases.lessonTexts.toolColumns
    return TextTable(
      [
        .init(title: titles.tool), .init(title: titles.count, alignment: .right),
        .init(title: titles.short, alignment: .right, sacrifice: 2),
        .init(title: titles.meaning, sacrifice: 1, movesBelow: true),
      ], rows: rows)
  }

  /// The "activations" of timm and torchinfo, compared with this project's.
  private func activations(_ graph: ModelGraph) -> [TextDocument.Block] {
    let outputs = graph.layers.values(where: \.group.isWeightLayer)
    let norms = graph.layers.values { $0.batchNorm != nil }
    let listed = graph.layers.values { $0.group.isWeightLayer || $0.group == .pooling }
    guard let outputs, let norms, let both = checkedSum(outputs, norms),
      let twice = checkedProduct(both, 2 * MemoryLayout<Float>.size)
    else { return [] }
    let course = listed.flatMap { checkedSum($0, Shape.map(graph.input).elementCount) }
    return [
      .paragraph(
        phrases.activations(
          ofWeightLayers: outputs, twice: twice, here: graph.totals.activationBytes))
    ] + (course.map { [.paragraph(phrases.courseNotes(values: $0))] } ?? [])
  }

  private func receptiveFieldCalculators(_ graph: ModelGraph) -> [TextDocument.Block] {
    guard let field = graph.lastReceptiveField, field.isSquare,
      let start = graph.layers.firstCentre
    else { return [] }
    let mistaken = graph.layers.viewByMultiplying.map { phrases.commonMistake($0, field) }
    return [
      .paragraph(phrases.receptiveFieldCalculators(field)),
      .formulas([
        "0.5 + (\(grouped(field.size)) - 1)/2 - \(grouped(field.padding)) = \(plain(start))"
      ]),
      .paragraph(
        [denseView(graph, field), mistaken].compactMap { $0 }.joined(separator: " ")),
    ]
  }

  /// The receptive field of the first fully connected layer, treated as a convolution.
  private func denseView(_ graph: ModelGraph, _ field: ReceptiveField) -> String? {
    let map = graph.finalMap
    guard graph.firstLinear != nil, map.height == map.width, map.height > 1, !graph.hasFixedMap,
      let dense = field.after(Window(kernel: Sides(map.height), stride: 1, padding: 0))
    else { return nil }
    let formula =
      "\(grouped(field.size)) + (\(map.height) - 1)*\(grouped(field.jump)) = \(grouped(dense.size))"
    return phrases.denseView(kernel: map.height, formula)
  }
}

extension [Layer] {
  /// The total number of output values of the counted layers; `nil` if it does not fit in 64 bits.
  fileprivate func values(where isCounted: (LayerKind) -> Bool) -> Int? {
    reduce(Int?.some(0)) { sum, layer in
      guard let sum, isCounted(layer.kind) else { return sum }
      return checkedSum(sum, layer.output.elementCount)
    }
  }

  /// The receptive field computed without the jump: pooling multiplies the size by its stride, and a
  /// convolution adds its kernel minus one; `nil` if windows are dilated or not square.
  fileprivate var viewByMultiplying: Int? {
    reduce(Int?.some(1)) { view, layer in
      guard let view, let window = layer.kind.window else { return view }
      guard window.isSquare, window.dilation == 1 else { return nil }
      let (kernel, stride) = (window.rows.kernel, window.rows.stride)
      guard layer.kind.convolution != nil else { return checkedProduct(view, stride) }
      return checkedSum(view, kernel - 1).flatMap { checkedProduct($0, stride) }
    }
  }

  /// The centre of the receptive field of the last map's first value, in pixels; the first pixel's centre
  /// is 0.5.
  fileprivate var firstCentre: Double? {
    let field = last { if case .features = $0.position { true } else { false } }?.receptiveField?
      .rows
    return field.map { 0.5 + Double($0.size - 1) / 2 - Double($0.padding) }
  }
}
