import VGGEmitters
import VGGGraph

/// A checked network as an ONNX model, without the values of its weights: those are read when it is
/// written.
///
/// - Parameters:
///   - weights: The origin of the weights, as stated in the model.
///   - softmax: Whether a network that ends in scores gets a softmax after them.
///   - givesLayers: Whether each layer's output is also an output of the model, after the network's
///     own, under the layer's name.
///   - explanation: The class activation map that is the model's second output; `nil` for none.
package func emitONNX(
  _ graph: ModelGraph, _ provenance: Provenance, weights: ONNXWeights, softmax: Bool = false,
  givesLayers: Bool = false, explanation: ONNXExplanation? = nil
) -> ONNXModel {
  let pieces = GraphPieces(
    graph: graph, weights: weights, softmax: softmax, givesLayers: givesLayers,
    explanation: explanation)
  return ONNXModel(
    head: modelHead(graph, provenance, weights: weights), graph: pieces, tensors: pieces.tensors)
}

/// The source of a model's weight values.
package enum ONNXWeights: Hashable, Sendable {
  /// No source: the weights are inputs of the graph, passed by the caller.
  case absent
  /// A file, by its name without folders.
  case file(String)
  case seed(UInt64)
}

/// The names of the model's input and output.
package enum ModelNames {
  package static let input = "input"

  /// The class activation map.
  package static let explanation = "cam"

  /// `probabilities` after a softmax, `features` of a network without classes, `logits` otherwise.
  package static func output(of graph: ModelGraph, softmax: Bool) -> String {
    switch graph.outcome {
    case .probabilities: "probabilities"
    case .scores: softmax ? "probabilities" : "logits"
    case .features: "features"
    }
  }
}

/// The versions of ONNX 1.12 (2022), so that engines of recent years accept the model.
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
