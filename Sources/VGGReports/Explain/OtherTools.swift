import VGGDiagnostics
import VGGGraph

extension Explanation {
  /// What other tools print for this network, by their rules, and why it differs.
  func otherTools(on graph: ModelGraph) -> [TextDocument.Block] {
    [
      .heading("What other tools print for this network"),
      .paragraph(
        """
        Parameters come out alike everywhere: \(grouped(graph.totals.parameters)). A file of float32
        weights takes \(bytes(graph.layers.stateBytes)) and a few KiB of names. Operations do
        not: tools differ in whether a multiply-add is one operation or two, in what they call it,
        and in what they count besides. The same network by each tool's own rule, for one image:
        """),
      .table(toolTable(graph)),
      .paragraph(
        """
        So two figures can be compared only when both come from one tool, or both are MACs. In
        papers "FLOPs" are often MACs: the ResNet paper gives VGG-19 19.6 billion FLOPs and says
        that it means multiply-adds. Whoever counts both halves gets 31 billion for VGG-16, which
        others give as 15.5.
        """),
    ] + activations(graph) + receptiveFieldCalculators(graph)
  }

  private func toolTable(_ graph: ModelGraph) -> TextTable {
    let rows = CountingRule.all.map { rule in
      let total = rule.total(over: graph.layers)
      return TextTable.Row.cells([
        rule.tool, total.map(grouped) ?? "over 64 bits", total.map(abbreviated) ?? "-",
        rule.meaning,
      ])
    }
    return TextTable(
      [
        .init(title: "tool"), .init(title: "count", alignment: .right),
        .init(title: "short", alignment: .right, sacrifice: 2),
        .init(title: "what it counts", sacrifice: 1, movesBelow: true),
      ], rows: rows)
  }

  /// "Activations" of timm and torchinfo beside this project's.
  private func activations(_ graph: ModelGraph) -> [TextDocument.Block] {
    let outputs = graph.layers.values(where: \.isWeightLayer)
    let norms = graph.layers.values(where: \.isBatchNorm)
    guard let outputs, let norms, let both = checkedSum(outputs, norms),
      let twice = checkedProduct(both, 2 * MemoryLayout<Float>.size)
    else { return [] }
    return [
      .paragraph(
        """
        Activations differ in the same way. timm and fvcore count the values that convolutions and
        fully connected layers give: \(grouped(outputs)) here, or \(abbreviated(outputs)).
        torchinfo's "forward/backward pass size" takes the outputs of all layers with parameters,
        twice, at 4 bytes: \(decimal(twice, per: 1_000_000, places: 2)) MB. vggc summary's
        \(bytes(graph.totals.activationBytes)) are the outputs of all layers that do not work in
        place, once.
        """)
    ]
  }

  private func receptiveFieldCalculators(_ graph: ModelGraph) -> [TextDocument.Block] {
    guard let field = graph.lastReceptiveField, let slip = graph.layers.viewByMultiplying,
      let start = graph.layers.firstCentre
    else { return [] }
    return [
      .paragraph(
        """
        Receptive-field calculators agree on the size when they carry the jump along. Araujo, Norris
        and Sim (Distill 2019; google-research/receptive_field) give size, effective stride and
        effective padding: \(grouped(field.size)), \(grouped(field.jump)) and
        \(grouped(field.padding)) here, the numbers above. Calculators after Dang Ha The Hien's guide
        print "start" in place of padding, the centre of what the first value sees, the first
        pixel's own centre being 0.5:
        """),
      .formulas([
        "0.5 + (\(grouped(field.size)) - 1)/2 - \(grouped(field.padding)) = \(plain(start))"
      ]),
      .paragraph(
        """
        \(denseView(graph, field)) A common slip is to multiply the view by the stride at each
        pooling and add kernel - 1 at each convolution: that gives \(grouped(slip)) here,
        \(slipVerdict(slip, field)) For VGG-16 the slip gives 308, as in weiliu89/caffe issue 164;
        torch-scan printed the same before its pull request 33.
        """),
    ]
  }

  /// The view of the first fully connected layer where it is read as a convolution.
  private func denseView(_ graph: ModelGraph, _ field: ReceptiveField) -> String {
    let map = graph.finalMap
    guard map.height == map.width, map.height > 1, graph.adaptivePool == nil,
      let dense = field.after(Window(kernel: map.height, stride: 1, padding: 0))
    else { return "" }
    return """
      Those that count the first fully connected layer as a convolution of
      \(map.height)x\(map.height) get
      \(grouped(field.size)) + (\(map.height) - 1)*\(grouped(field.jump)) = \(grouped(dense.size)).
      """
  }

  private func slipVerdict(_ slip: Int, _ field: ReceptiveField) -> String {
    slip == field.size
      ? "by luck the right number."
      : "and not \(grouped(field.size))."
  }
}

extension LayerKind {
  fileprivate var isBatchNorm: Bool {
    if case .batchNorm2d = self { true } else { false }
  }
}

extension [Layer] {
  /// How many values the layers of a kind give, together; `nil` when 64 bits cannot count them.
  fileprivate func values(where isCounted: (LayerKind) -> Bool) -> Int? {
    reduce(Int?.some(0)) { sum, layer in
      guard let sum, isCounted(layer.kind) else { return sum }
      return checkedSum(sum, layer.output.elementCount)
    }
  }

  /// The receptive field as it comes out when the jump is forgotten: pooling multiplies the view by
  /// its stride, and a convolution adds its kernel less one.
  fileprivate var viewByMultiplying: Int? {
    reduce(Int?.some(1)) { view, layer in
      guard let view, let window = layer.kind.window else { return view }
      guard layer.kind.isConvolution else { return checkedProduct(view, window.stride) }
      return checkedSum(view, window.kernel - 1).flatMap { checkedProduct($0, window.stride) }
    }
  }

  /// The centre of what the first value of the last map sees, in pixels, the first pixel's being
  /// 0.5.
  fileprivate var firstCentre: Double? {
    let field = last { if case .features = $0.position { true } else { false } }?.receptiveField
    return field.map { 0.5 + Double($0.size - 1) / 2 - Double($0.padding) }
  }
}
