import VGGGraph
import VGGKernels
import VGGRuntime
import VGGWeights

/// A network's weights, ready for the kernels.
struct ProgramWeights: Sendable {
  let convolutions: PackedConvolutions
  let linears: [LinearWeights]
  let norms: [ChannelScale]

  init(
    _ operations: [PlannedOperation], convolutions: PackedConvolutions, _ options: ExecutionOptions,
    _ team: Team, from weights: some WeightSource
  ) throws {
    self.convolutions = convolutions
    linears = try operations.compactMap { planned in
      guard case .linear(let linear, let name, _) = planned.operation else { return nil }
      return try LinearWeights(linear, name, options.layout(of: linear), team, from: weights)
    }
    norms = try operations.compactMap { planned in
      guard case .batchNorm(let name, let channels, _) = planned.operation else { return nil }
      return try ChannelScale(name, channels: channels, from: weights)
    }
  }
}
