import VGGCompute
import VGGGraph
import VGGWeights

/// A fully connected layer, with or without an activation after it.
struct FusedLinear: Hashable, Sendable {
  let linear: Linear
  let name: String
  var activation: LayerActivation?

  init(linear: Linear, name: String) {
    self.linear = linear
    self.name = name
  }

  /// The operation with `layer` after it, which can be an activation.
  func absorbing(_ layer: Layer) -> FusedLinear? {
    guard activation == nil, let activation = layer.fusion?.activation else { return nil }
    var fused = self
    fused.activation = activation
    return fused
  }

  /// The layer for the kernels.
  ///
  /// - Throws: ``ComputeError`` when it is too large for them.
  func layer(batch: Int) throws(ComputeError) -> FullyConnected {
    try FullyConnected(
      name, inputs: linear.inputs, outputs: linear.outputs, batch: batch,
      hasReLU: activation == .relu)
  }

  func layout(_ options: ExecutionOptions) throws(ComputeError) -> LinearLayout {
    guard options.copiesWeights else { return .inPlace }
    return .fastest(of: try layer(batch: options.batch), largestBatch: options.batch)
  }

  func weights(
    _ options: ExecutionOptions, on team: Team, from weights: some WeightSource
  ) throws -> LinearWeights {
    try LinearWeights(
      layer(batch: options.batch), name, hasBias: linear.bias, layout: layout(options), on: team,
      from: weights)
  }
}
