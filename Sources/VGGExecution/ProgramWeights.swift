import VGGCompute
import VGGWeights

/// A network's weights, ready for the kernels.
struct ProgramWeights: Sendable {
  let convolutions: PackedConvolutions
  let linears: [LinearWeights]
  /// The activations of the convolutions and of the linear layers, other than ReLU.
  let convolutionActivations: [ActivationFunction?]
  let linearActivations: [ActivationFunction?]
  let norms: [ChannelScale]
  /// PReLUs that are operations by themselves, with their slopes.
  let slopes: [ActivationFunction]

  init(
    _ operations: [PlannedOperation], convolutions: PackedConvolutions,
    options: ExecutionOptions, on team: Team, from weights: some WeightSource
  ) throws {
    var (linears, norms): ([LinearWeights], [ChannelScale]) = ([], [])
    var slopes: [ActivationFunction] = []
    var (ofConvolutions, ofLinears): ([ActivationFunction?], [ActivationFunction?]) = ([], [])
    for planned in operations {
      switch planned.operation {
      case .convolution(let fused):
        ofConvolutions.append(try fused.activation?.function(from: weights))
      case .linear(let fused):
        linears.append(try fused.weights(options, on: team, from: weights))
        ofLinears.append(try fused.activation?.function(from: weights))
      case .batchNorm(let fused): norms.append(try fused.scale(from: weights))
      case .activation(.learnedSlope(let slope)):
        slopes.append(try slope.function(from: weights))
      case .activation(.relu), .activation(.function), .map, .flatten, .softmax: break
      }
    }
    self.convolutions = convolutions
    self.linears = linears
    convolutionActivations = ofConvolutions
    linearActivations = ofLinears
    self.norms = norms
    self.slopes = slopes
  }
}
