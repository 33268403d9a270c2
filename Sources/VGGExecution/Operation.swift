import VGGCompute
import VGGGraph

/// The computation of one step of a program: a layer, with the layers that can be fused into it.
///
/// Each case is a form of computation; `Layers` has the form of each kind of layer.
enum Operation: Sendable {
  case convolution(FusedConvolution)
  case batchNorm(FusedBatchNorm)
  case linear(FusedLinear)
  /// From maps to maps, with no weights.
  case map(any MapOperation)
  /// Value by value, in maps and in vectors.
  case activation(LayerActivation)
  case flatten
  case softmax

  /// This operation and `layer` after it as one; `nil` if they have to stay separate.
  func absorbing(_ layer: Layer) -> Operation? {
    switch self {
    case .convolution(let fused): fused.absorbing(layer).map(Operation.convolution)
    case .batchNorm(let fused): fused.absorbing(layer).map(Operation.batchNorm)
    case .linear(let fused): fused.absorbing(layer).map(Operation.linear)
    case .map, .activation, .flatten, .softmax: nil
    }
  }
}

/// An operation of the graph with its shapes.
struct PlannedOperation: Sendable {
  var operation: Operation
  /// The layers of the graph that it computes.
  var layers: Range<Int>
  let input: Shape
  var output: Shape
  /// The number of the tap that is its output.
  var tap: Int?

  /// This operation and `layer` after it as one; `nil` if they have to stay separate.
  func absorbing(_ layer: Layer) -> Operation? { tap == nil ? operation.absorbing(layer) : nil }
}
