import VGGEmitters
import VGGGraph

/// A checked network as an ONNX model, without the values of its weights: those are read when it is
/// written.
///
/// - Parameters:
///   - weights: what the model says of where its weights come from.
///   - softmax: whether a network that ends in scores gets a softmax after them.
///   - givesLayers: whether what each layer gives is an output, too, after the network's own, under
///     the layer's name.
package func emitONNX(
  _ graph: ModelGraph, _ provenance: Provenance, weights: ONNXWeights, softmax: Bool = false,
  givesLayers: Bool = false
) -> ONNXModel {
  var builder = GraphBuilder(input: ModelNames.input)
  let layers = runningLayers(of: graph, softmax: softmax)
  for (index, layer) in layers.enumerated() {
    let isLast = index == layers.count - 1
    builder.append(
      layer.operations, of: layer.name, weights: layer.weights, documentation: layer.documentation,
      giving: isLast ? ModelNames.output(of: graph, softmax: softmax) : layer.name,
      isOutput: isLast)
  }
  var head = graphHead(graph, builder, weights: weights, softmax: softmax)
  if givesLayers {
    let names = Set(layers.map(\.name))
    head.output += builder.values.filter { names.contains($0.name) }
  }
  return ONNXModel(
    head: modelHead(graph, provenance, weights: weights), graph: head,
    tensors: builder.tensors.filter { weights != .absent || !$0.isWeight })
}

/// Where the values of a model's weights come from.
package enum ONNXWeights: Hashable, Sendable {
  /// Nowhere: the weights are inputs of the graph, for the caller to give.
  case absent
  /// A file, by its name without folders.
  case file(String)
  case seed(UInt64)
}

/// The names of the model's ends.
package enum ModelNames {
  package static let input = "input"

  /// `probabilities` after a softmax, `logits` otherwise.
  package static func output(of graph: ModelGraph, softmax: Bool) -> String {
    softmax || graph.givesProbabilities ? "probabilities" : "logits"
  }
}

/// A layer that has operators, under its names.
private struct RunningLayer {
  let name: String
  let operations: [Operation]
  var weights: [StateTensor] = []
  let documentation: String
}

private func runningLayers(of graph: ModelGraph, softmax: Bool) -> [RunningLayer] {
  var layers = zip(graph.layers, PaperNames(graph.layers).names).map { layer, paperName in
    RunningLayer(
      name: layer.name, operations: layer.operations, weights: layer.stateTensors,
      documentation: "\(paperName): \(layer.kind.notation), \(layer.input) to \(layer.output)")
  }
  if softmax, !graph.givesProbabilities {
    layers.append(
      RunningLayer(
        name: "softmax", operations: Softmax().operations(on: graph.output, giving: graph.output),
        documentation: "prob: soft-max, added by --softmax"))
  }
  return layers.filter { !$0.operations.isEmpty }
}

// MARK: - Heads

/// The versions of ONNX 1.12 (2022), so that engines of the last years take the model.
private enum FormatVersion {
  static let operators: Int64 = 17
  static let representation: Int64 = 8
}

private func modelHead(
  _ graph: ModelGraph, _ provenance: Provenance, weights: ONNXWeights
) -> ONNXModelProto {
  var model = ONNXModelProto()
  model.irVersion = FormatVersion.representation
  model.producerName = "vggc"
  model.producerVersion = provenance.version
  var operators = ONNXOperatorSetIdProto()
  operators.domain = ""
  operators.version = FormatVersion.operators
  model.opsetImport = [operators]
  model.metadataProps = metadata(of: graph, provenance, weights)
  return model
}

private func graphHead(
  _ graph: ModelGraph, _ builder: GraphBuilder, weights: ONNXWeights, softmax: Bool
) -> ONNXGraphProto {
  var head = ONNXGraphProto()
  head.name = graph.name
  head.node = builder.nodes
  head.valueInfo = builder.values
  head.input = [.batch(of: Shape.map(graph.input).dimensions, named: ModelNames.input)]
  if weights == .absent {
    head.input += graph.stateTensors.map(ONNXValueInfoProto.weight)
  }
  let output = ModelNames.output(of: graph, softmax: softmax)
  head.output = [.batch(of: graph.output.dimensions, named: output)]
  return head
}
