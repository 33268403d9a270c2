import VGGCompute
import VGGGraph
import VGGWeights

/// A PReLU: a leaky ReLU whose slope is a weight.
struct LearnedSlope: Hashable, Sendable {
  let name: String

  func function(from weights: some WeightSource) throws -> ActivationFunction {
    .leakyReLU(slope: try weights.slope("\(name).weight"))
  }
}
