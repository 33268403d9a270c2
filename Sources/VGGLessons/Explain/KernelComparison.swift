import VGGDiagnostics
import VGGGraph
import VGGMarkup
import VGGSpec

/// A comparison of 3x3 convolution stacks with larger kernels, on one network.
///
/// Every figure is taken from a checked graph: the network's, its variants', and those of small networks that
/// contain only the compared convolutions.
package struct KernelComparison: Sendable {
  /// The variants that the network is compared with.
  package static let variants: [KernelVariant] = [
    .stacksAsOne, .kernel(5), .kernel(7), .kernel(11),
  ]
  /// The numbers of 3x3 convolutions that are compared with one kernel of 5x5, 7x7 and 11x11.
  package static let stackSizes = [2, 3, 5]

  let graph: ModelGraph
  let variants: [(variant: KernelVariant, graph: ModelGraph)]
  /// The input map of the small networks.
  let place: MapShape
  /// Stacks of `count` 3x3 convolutions, each with the single kernel that has the same receptive field.
  let stacks: [(count: Int, stack: ModelGraph, one: ModelGraph)]

  package init(
    _ graph: ModelGraph, variants: [(KernelVariant, ModelGraph)], place: MapShape,
    stacks: [(Int, ModelGraph, ModelGraph)]
  ) {
    self.graph = graph
    self.variants = variants
    self.place = place
    self.stacks = stacks
  }

  /// The map of the network's last convolution.
  package static func place(in graph: ModelGraph) -> MapShape {
    for layer in graph.layers.reversed() {
      if layer.kind.convolution != nil, case .map(let map) = layer.output { return map }
    }
    return graph.input
  }

  /// The lesson as text for a terminal of `width` columns.
  package func text(in language: Language, width: Int, style: TerminalStyle = .plain) -> String {
    let phrases = language.lessonPhrases
    return TextDocument(blocks: [
      .title(phrases.kernelsTitle(graph)), .paragraph(phrases.kernelsIntroduction(place)),
      .table(stackTable(phrases)), .paragraph(phrases.lessonTexts.kernelColumnsMeaning),
      .heading(phrases.lessonTexts.wholeNetworkHeading),
      .paragraph(phrases.lessonTexts.wholeNetworkMeaning),
      .table(networkTable(phrases)), .paragraph(phrases.lessonTexts.paperOnKernels),
    ]).text(width: width, style: style)
  }

  private func stackTable(_ phrases: any LessonPhrasebook) -> TextTable {
    let square = place.channels * place.channels
    let rows = stacks.flatMap { pair in
      [
        (phrases.threeByThree(pair.count), pair.stack),
        (phrases.largeKernel(2 * pair.count + 1), pair.one),
      ].map { title, graph in
        TextTable.Row.cells([
          title, graph.receptiveFieldText, grouped(graph.kernelWeights),
          decimal(graph.kernelWeights, per: square, places: 0), grouped(graph.featureMACs),
          grouped(graph.activationCount),
        ])
      }
    }
    let titles = phrases.lessonTexts.kernelColumns
    return TextTable(
      [
        .init(title: titles.layers), .init(title: titles.sees, alignment: .right),
        .init(title: titles.weights, alignment: .right),
        .init(title: titles.inSquares, alignment: .right),
        .init(title: titles.macs, alignment: .right, sacrifice: 1),
        .init(title: titles.activations, alignment: .right),
      ], rows: rows)
  }

  private func networkTable(_ phrases: any LessonPhrasebook) -> TextTable {
    let networks =
      [(phrases.lessonTexts.asConfigured, graph)]
      + variants.map { (phrases.name(of: $0.variant), $0.graph) }
    let titles = phrases.lessonTexts.kernelColumns
    return TextTable(
      [
        .init(title: titles.network), .init(title: titles.sees, alignment: .right),
        .init(title: titles.weights, alignment: .right),
        .init(title: titles.ratio, alignment: .right, sacrifice: 1),
        .init(title: titles.macs, alignment: .right, sacrifice: 2),
        .init(title: titles.activations, alignment: .right),
      ],
      rows: networks.map { title, network in
        .cells([
          title, network.receptiveFieldText, grouped(network.kernelWeights), ratio(of: network),
          grouped(network.featureMACs), grouped(network.activationCount),
        ])
      })
  }

  /// The ratio of a variant's weights to the network's.
  private func ratio(of network: ModelGraph) -> String {
    guard graph.kernelWeights > 0, network.kernelWeights < .max / 1_000 else { return "-" }
    return decimal(network.kernelWeights, per: graph.kernelWeights, places: 2)
  }
}

extension ModelGraph {
  /// The number of weights in the convolutions, without biases.
  fileprivate var kernelWeights: Int {
    layers.reduce(0) { sum, layer in
      guard layer.kind.convolution != nil else { return sum }
      let kernels = layer.stateTensors.first?.shape ?? []
      return sum + kernels.reduce(1, *)
    }
  }

  fileprivate var featureMACs: Int {
    layers.reduce(0) { $0 + ($1.kind.convolution != nil ? $1.macs : 0) }
  }

  /// The number of ReLU layers in the features.
  fileprivate var activationCount: Int {
    layers.count { layer in
      if case .features = layer.position { layer.kind.isReLU } else { false }
    }
  }

  fileprivate var receptiveFieldText: String {
    lastReceptiveField.map { "\(grouped($0.size.height))x\(grouped($0.size.width))" } ?? "-"
  }
}
