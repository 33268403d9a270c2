import VGGEmitters
import VGGGraph

/// A graph's message without its initialisers, made piece by piece.
///
/// Protobuf merges messages of one type when their bytes are concatenated, so that a graph of a
/// million layers is never in memory as a whole.
struct GraphPieces: Sendable {
  /// The number of layers or weights in a piece.
  private static let chunk = 512

  let graph: ModelGraph
  let weights: ONNXWeights
  let softmax: Bool
  let givesLayers: Bool
  let explanation: ONNXExplanation?

  /// Calls `body` with one piece after the other, in the order of the fields' numbers.
  func forEachPiece(_ body: (ONNXGraphProto) throws -> Void) rethrows {
    try forEachBuilt(.nodes) { nodes in try body(.with { $0.node = nodes.nodes }) }
    try body(.with { $0.name = graph.name })
    try forEachInput { inputs in try body(.with { $0.input = inputs }) }
    let output = ModelNames.output(of: graph, softmax: softmax)
    let taps = graph.tappedLayers.map {
      ONNXValueInfoProto.batch(of: $0.layer.output.dimensions, named: $0.tap.name)
    }
    let maps = explanation.map {
      [ONNXValueInfoProto.batch(of: $0.shape, named: ModelNames.explanation)]
    }
    try body(
      .with {
        $0.output =
          [.batch(of: graph.output.dimensions, named: output)] + (maps ?? []) + taps
      })
    if givesLayers {
      let names = Set(layers.map(\.name))
      try forEachBuilt(.values) { values in
        try body(.with { $0.output = values.values.filter { names.contains($0.name) } })
      }
    }
    try forEachBuilt(.values) { values in try body(.with { $0.valueInfo = values.values }) }
  }

  /// The initialisers, in the order in which layers read them.
  var tensors: [GraphTensor] {
    var tensors: [GraphTensor] = []
    forEachBuilt(.tensors) { built in
      tensors += built.tensors.filter { weights != .absent || !$0.isWeight }
    }
    return tensors
  }

  private func forEachInput(_ body: ([ONNXValueInfoProto]) throws -> Void) rethrows {
    try body([.batch(of: Shape.map(graph.input).dimensions, named: ModelNames.input)])
    guard weights == .absent else { return }
    for layer in graph.layers where !layer.stateTensors.isEmpty {
      try body(layer.graphTensors.map(ONNXValueInfoProto.weight))
    }
  }

  /// Calls `body` repeatedly, each time with `part` of the next layers.
  private func forEachBuilt(
    _ part: GraphBuilder.Part, _ body: (GraphBuilder) throws -> Void
  ) rethrows {
    var builder = GraphBuilder(part, input: ModelNames.input)
    let outputs = outputNames
    let copies = copies(besides: outputs)
    for name in copies[nil] ?? [] { builder.appendCopy(named: name) }
    var count = 0
    for layer in layers {
      let output = outputs[layer.name]
      builder.append(
        layer.operations, of: layer.name, weights: layer.weights,
        documentation: layer.documentation, giving: output ?? layer.name, isOutput: output != nil)
      for name in copies[layer.name] ?? [] { builder.appendCopy(named: name) }
      count += 1
      guard count.isMultiple(of: Self.chunk) else { continue }
      try body(builder)
      builder.removeParts()
    }
    try body(builder)
  }

  /// The taps whose value already has another name, keyed by the layer that outputs it; `nil` is the image.
  ///
  /// - Parameter outputs: The names in ``outputNames``.
  private func copies(besides outputs: [String: String]) -> [String?: [String]] {
    guard !graph.taps.isEmpty else { return [:] }
    let running = graph.runningLayers
    return graph.tappedLayers.reduce(into: [:]) { copies, tapped in
      guard outputs[tapped.layer.name] != tapped.tap.name else { return }
      copies[running[tapped.layer.name], default: []].append(tapped.tap.name)
    }
  }

  /// The names of the values that are outputs of the graph, keyed by the names of their layers.
  ///
  /// A tap of a layer without operators, or of the last one with any, is a copy of another named value.
  private var outputNames: [String: String] {
    var names: [String: String] = [:]
    for (tap, layer) in graph.tappedLayers where !layer.operations.isEmpty {
      names[layer.name] = tap.name
    }
    if let last = lastLayer { names[last] = ModelNames.output(of: graph, softmax: softmax) }
    if explanation != nil { names[ModelNames.explanation] = ModelNames.explanation }
    return names
  }

  // MARK: - Layers

  /// A layer that has operators, under its names.
  private struct RunningLayer {
    let name: String
    let operations: [Operation]
    var weights: [GraphTensor] = []
    let documentation: String
  }

  private var layers: some Sequence<RunningLayer> {
    let ofGraph = zip(graph.layers, PaperNames(graph.layers).names).lazy.map { layer, paperName in
      RunningLayer(
        name: layer.name, operations: layer.operations, weights: layer.graphTensors,
        documentation: "\(paperName): \(layer.kind.notation), \(layer.input) to \(layer.output)")
    }
    let added = (addsSoftmax ? [addedSoftmax] : []) + (explanation.map { [layer(of: $0)] } ?? [])
    return [AnySequence(ofGraph), AnySequence(added)].joined().lazy.filter {
      !$0.operations.isEmpty
    }
  }

  private func layer(of explanation: ONNXExplanation) -> RunningLayer {
    let names = outputNames
    let operations = explanation.operations { index in
      let layer = graph.layers[...(index ?? -1)].last { !$0.operations.isEmpty }
      return layer.map { names[$0.name] ?? $0.name } ?? ModelNames.input
    }
    return RunningLayer(
      name: ModelNames.explanation, operations: operations,
      documentation: "Grad-CAM of \(explanation.layerName), added by --explain")
  }

  private var addsSoftmax: Bool { softmax && graph.outcome == .scores }

  private var addedSoftmax: RunningLayer {
    RunningLayer(
      name: "softmax", operations: Softmax().operations(on: graph.output, giving: graph.output),
      documentation: "prob: soft-max, added by --softmax")
  }

  /// The name of the layer that computes the output; `nil` if no layer has operators.
  private var lastLayer: String? {
    addsSoftmax ? addedSoftmax.name : graph.layers.last { !$0.operations.isEmpty }?.name
  }
}
