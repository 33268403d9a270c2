import VGGEmitters
import VGGGraph

/// A graph's message without its initialisers, made piece by piece.
///
/// Protobuf puts messages of one type together by putting their bytes one after the other, so that a graph of a
/// million layers is never in memory as a whole.
struct GraphPieces: Sendable {
  /// The layers or weights of a piece.
  private static let chunk = 512

  let graph: ModelGraph
  let weights: ONNXWeights
  let softmax: Bool
  let givesLayers: Bool

  /// Calls `body` with one piece after the other, in the order of the fields' numbers.
  func forEachPiece(_ body: (ONNXGraphProto) throws -> Void) rethrows {
    try forEachBuilt(.nodes) { nodes in try body(.with { $0.node = nodes.nodes }) }
    try body(.with { $0.name = graph.name })
    try forEachInput { inputs in try body(.with { $0.input = inputs }) }
    let output = ModelNames.output(of: graph, softmax: softmax)
    try body(.with { $0.output = [.batch(of: graph.output.dimensions, named: output)] })
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

  /// Calls `body` with `part` of some layers after the other.
  private func forEachBuilt(
    _ part: GraphBuilder.Part, _ body: (GraphBuilder) throws -> Void
  ) rethrows {
    var builder = GraphBuilder(part, input: ModelNames.input)
    let last = lastLayer
    var count = 0
    for layer in layers {
      let isLast = layer.name == last
      builder.append(
        layer.operations, of: layer.name, weights: layer.weights,
        documentation: layer.documentation,
        giving: isLast ? ModelNames.output(of: graph, softmax: softmax) : layer.name,
        isOutput: isLast)
      count += 1
      guard count.isMultiple(of: Self.chunk) else { continue }
      try body(builder)
      builder.removeParts()
    }
    try body(builder)
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
    let added = addsSoftmax ? [addedSoftmax] : []
    return [AnySequence(ofGraph), AnySequence(added)].joined().lazy.filter {
      !$0.operations.isEmpty
    }
  }

  private var addsSoftmax: Bool { softmax && graph.outcome == .scores }

  private var addedSoftmax: RunningLayer {
    RunningLayer(
      name: "softmax", operations: Softmax().operations(on: graph.output, giving: graph.output),
      documentation: "prob: soft-max, added by --softmax")
  }

  /// The name of the layer that gives the output; `nil` where no layer has operators.
  private var lastLayer: String? {
    addsSoftmax ? addedSoftmax.name : graph.layers.last { !$0.operations.isEmpty }?.name
  }
}
