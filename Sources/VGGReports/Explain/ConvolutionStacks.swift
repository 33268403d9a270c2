import VGGDiagnostics
import VGGGraph

extension Explanation {
  private static let stacksShown = 30

  /// That two 3x3 see what one 5x5 sees, and three what a 7x7 sees, and what that costs.
  func convolutionStacks(_ named: NamedLayers) -> [TextDocument.Block] {
    guard let channels = named.lastConvolution?.outputChannels else { return [] }
    let stacks = ConvolutionStack.all(in: named.layers)
    let pair = ConvolutionStack.run(of: 2, in: stacks)
    let triple = ConvolutionStack.run(of: 3, in: stacks)
    return [
      .heading("Why small kernels, one after the other"),
      .paragraph(
        """
        A value after two 3x3 convolutions sees 5x5 of what the first one took, and after three it
        sees 7x7, since each adds 2 to the view:
        """),
      .formulas(sights),
      .paragraph(
        """
        So two 3x3 layers see what one 5x5 layer sees, and three what one 7x7 sees. The paper's
        section 2.3 gives two reasons to prefer the stack: with a ReLU after each layer it can tell
        more apart, and it takes fewer weights. The weights, biases aside:
        """),
      .formulas(
        comparison(2, "two", pair, named, channels)
          + comparison(3, "three", triple, named, channels)),
      .paragraph(
        """
        With C channels in and out, that is 2 * 9 * C^2 = 18 * C^2 against 25 * C^2, and 27 * C^2
        against 49 * C^2: the one 7x7 kernel would take 81% more weights.
        """),
    ] + stackTable(stacks, named)
  }

  /// The view after one, two and three 3x3 windows.
  private var sights: [String] {
    let window = Window(kernel: 3, stride: 1, padding: 1)
    var field: ReceptiveField? = .pixel
    var formulas: [String] = []
    for _ in 0..<3 {
      if let formula = field?.sizeFormula(after: window) { formulas.append(formula) }
      field = field?.after(window)
    }
    return formulas
  }

  private func comparison(
    _ count: Int, _ word: String, _ run: ConvolutionStack?, _ named: NamedLayers, _ channels: Int
  ) -> [String] {
    let same = Conv2d(
      inputChannels: channels, outputChannels: channels, kernel: 3, stride: 1, padding: 1,
      bias: false)
    let stack =
      run ?? ConvolutionStack(indices: [], convolutions: Array(repeating: same, count: count))
    guard let weights = stack.weights, let single = stack.singleWeights,
      let first = stack.convolutions.first, let last = stack.convolutions.last
    else { return [] }
    let place =
      run.map { listing($0.indices.map { named.names[$0] }) }
      ?? "not in this network; at its \(grouped(channels)) channels"
    let side = stack.kernel
    let terms = stack.convolutions.map { "\($0.outputChannels)*\($0.weightsFormula)" }
    return [
      "\(word) 3x3 (\(place)):",
      "  \(terms.joined(separator: " + ")) = \(grouped(weights))",
      "one \(side)x\(side):",
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
        ends.joined(separator: " to "), "\(stack.kernel)x\(stack.kernel)",
        stack.weights.map(grouped) ?? "-", stack.singleWeights.map(grouped) ?? "-",
        stack.relation ?? "-",
      ])
    }
    let table = TextTable(
      [
        .init(title: "stack"), .init(title: "sees", alignment: .right),
        .init(title: "its weights", alignment: .right),
        .init(title: "one kernel", alignment: .right),
        .init(title: "ratio", alignment: .right, sacrifice: 1),
      ], rows: rows)
    let left = stacks.count - rows.count
    let dearer = stacks.first { ($0.weights ?? 0) > ($0.singleWeights ?? .max) }
    let rest = left > 0 ? " (\(counted(left, "more stack")) not shown)" : ""
    var blocks: [TextDocument.Block] = [
      .paragraph(
        """
        All stacks of this network, each against the one kernel that sees as much\(rest):
        """),
      .table(table),
    ]
    if let dearer, let first = dearer.indices.first, let last = dearer.indices.last {
      blocks.append(
        .paragraph(
          """
          The stack is not always the cheaper. \(named.names[first]) to \(named.names[last]) take
          more weights than one kernel would: the first layer turns few channels into many, on which
          the later ones work, while the one kernel would look at the few only.
          """))
    }
    return blocks
  }
}

extension ConvolutionStack {
  /// How many times the stack's weights the one kernel has: `1.81`.
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
      if case .conv2d(let conv) = layer.kind { return conv }
    }
    return nil
  }
}
