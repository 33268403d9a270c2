import VGGGraph
import VGGKernels
import VGGWeights

/// A network's weights, ready for the kernels: convolutions packed, linear layers read in place.
struct ProgramWeights: Sendable {
  let convolutions: PackedConvolutions
  let linears: [LinearWeights]
  let norms: [ChannelScale]

  struct LinearWeights: Sendable {
    /// Outputs x inputs.
    let weight: WeightTensor
    let bias: WeightTensor?
  }

  init(
    _ operations: [PlannedOperation], convolutions: PackedConvolutions,
    from weights: some WeightSource
  ) throws {
    self.convolutions = convolutions
    linears = try operations.compactMap { planned in
      guard case .linear(let linear, let name, _) = planned.operation else { return nil }
      return LinearWeights(
        weight: try weights.tensor("\(name).weight", shape: [linear.outputs, linear.inputs]),
        bias: linear.bias ? try weights.tensor("\(name).bias", shape: [linear.outputs]) : nil)
    }
    norms = try operations.compactMap { planned in
      guard case .batchNorm(let name, let channels, _) = planned.operation else { return nil }
      return try ChannelScale(name, channels: channels, from: weights)
    }
  }
}
