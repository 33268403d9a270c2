import VGGCompute
import VGGGraph
import VGGWeights

/// An activation, as a separate operation or as the last part of the one before it.
enum LayerActivation: Hashable, Sendable {
  case relu
  case function(ActivationFunction)
  case learnedSlope(LearnedSlope)

  /// The function for the kernels; `nil` for ReLU, which they have a flag for.
  func function(from weights: some WeightSource) throws -> ActivationFunction? {
    switch self {
    case .relu: nil
    case .function(let function): function
    case .learnedSlope(let slope): try slope.function(from: weights)
    }
  }
}

/// A PReLU: a leaky ReLU whose slope is a weight.
struct LearnedSlope: Hashable, Sendable {
  let name: String

  func function(from weights: some WeightSource) throws -> ActivationFunction {
    .leakyReLU(slope: try weights.slope("\(name).weight"))
  }
}
