import VGGCompute
import VGGWeights

/// A network's weights, ready for the kernels.
struct ProgramWeights: Sendable {
  let convolutions: PackedConvolutions
  let linears: [LinearWeights]
  let norms: [ChannelScale]
  /// PReLUs with their slopes.
  let slopes: [ActivationFunction]

  init(
    _ operations: [PlannedOperation], convolutions: PackedConvolutions,
    options: ExecutionOptions, on team: Team, from weights: some WeightSource
  ) throws {
    var (linears, norms): ([LinearWeights], [ChannelScale]) = ([], [])
    var slopes: [ActivationFunction] = []
    for planned in operations {
      switch planned.operation {
      case .linear(let fused):
        linears.append(try fused.weights(options, on: team, from: weights))
      case .batchNorm(let fused): norms.append(try fused.scale(from: weights))
      case .learnedSlope(let slope): slopes.append(try slope.function(from: weights))
      case .convolution, .map, .elementwise, .flatten, .softmax: break
      }
    }
    self.convolutions = convolutions
    self.linears = linears
    self.norms = norms
    self.slopes = slopes
  }
}
