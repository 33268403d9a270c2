import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension Explanation {
  private static let stacksShown = 30

  /// The section on stacks: two 3x3 kernels have the receptive field of one 5x5, three that of one 7x7, and
  /// the costs of both.
  func convolutionStacks(_ named: NamedLayers) -> [TextDocument.Block] {
    guard let channels = named.lastConvolution?.outputChannels else { return [] }
    let stacks = ConvolutionStack.all(in: named.layers)
    let pair = ConvolutionStack.run(of: 2, in: stacks)
    let triple = ConvolutionStack.run(of: 3, in: stacks)
    return [
      .heading(phrases.lessonTexts.stacksHeading),
      .paragraph(phrases.lessonTexts.stackReceptiveFields), .formulas(receptiveFields),
      .paragraph(phrases.lessonTexts.stackReasons),
      .formulas(
        comparison(of: 2, pair, named, channels: channels)
          + comparison(of: 3, triple, named, channels: channels)),
      .paragraph(phrases.lessonTexts.stackGeneralCounts),
    ] + stackTable(stacks, named)
  }

  /// The receptive field after one, two and three 3x3 windows.
  private var receptiveFields: [String] {
    let window = Window(kernel: 3, stride: 1, padding: 1)
    var field: ReceptiveField? = .pixel
    var formulas: [String] = []
    for _ in 0..<3 {
      formulas += field?.sizeFormulas(after: window).map(\.formula) ?? []
      field = field?.after(window)
    }
    return formulas
  }

  private func comparison(
    of count: Int, _ run: ConvolutionStack?, _ named: NamedLayers, channels: Int
  ) -> [String] {
    let same = Conv2d(
      inputChannels: channels, outputChannels: channels, kernel: 3, stride: 1, padding: 1,
      bias: false)
    let stack =
      run ?? ConvolutionStack(indices: [], convolutions: Array(repeating: same, count: count))
    guard let weights = stack.weights, let single = stack.singleWeights,
      let first = stack.convolutions.first, let last = stack.convolutions.last
    else { return [] }
    let layers = run?.indices.map { named.names[$0] } ?? []
    let side = stack.kernel.height
    let terms = stack.convolutions.map { "\($0.outputChannels)*\($0.weightsFormula)" }
    return [
      phrases.stack(of: count, layers, channels: channels),
      "  \(terms.joined(separator: " + ")) = \(grouped(weights))",
      phrases.oneKernel(side),
      "  \(last.outputChannels)*(\(first.inputChannels)*\(side)*\(side)) = \(grouped(single))",
    ]
  }

  private func stackTable(
    _ stacks: [ConvolutionStack], _ named: NamedLayers
  ) -> [TextDocument.Block] {
    guard !stacks.isEmpty else { return [] }
    let rows = stacks.prefix(Self.stacksShown).map { stack in
      let ends = [stack.indices.first, stack.indices.last].compactMap { $0 }.map { named.names[$0] }
      return TextTable.Row.cells([
        phrases.layerRange(ends), stack.kernel.text,
        stack.weights.map(grouped) ?? "-", stack.singleWeights.map(grouped) ?? "-",
        stack.relation ?? "-",
      ])
    }
    let titles = phrases.lessonTexts.stackColumns
    let table = TextTable(
      [
        .init(title: titles.stack), .init(title: titles.sees, alignment: .right),
        .init(title: titles.weights, alignment: .right),
        .init(title: titles.oneKernel, alignment: .right),
        .init(title: titles.ratio, alignment: .right, sacrifice: 1),
      ], rows: rows)
    let larger = stacks.first { ($0.weights ?? 0) > ($0.singleWeights ?? .max) }
    var blocks: [TextDocument.Block] = [
      .paragraph(phrases.allStacks(notShown: stacks.count - rows.count)), .table(table),
    ]
    if let larger, let first = larger.indices.first, let last = larger.indices.last {
      blocks.append(
        .paragraph(phrases.stackWithMoreWeights(from: named.names[first], to: named.names[last])))
    }
    return blocks
  }
}

extension ConvolutionStack {
  /// The ratio of the single kernel's weights to the stack's: `1.81`.
  fileprivate var relation: String? {
    guard let weights, let singleWeights, weights > 0, singleWeights < .max / 1_000 else {
      return nil
    }
    return decimal(singleWeights, per: weights, places: 2)
  }
}

extension NamedLayers {
  var lastConvolution: Conv2d? {
    for layer in layers.reversed() {
      if let conv = layer.kind.convolution { return conv }
    }
    return nil
  }
}
