import VGGCompute
import VGGWeights

/// A fully connected layer: each output is its bias plus the products of all inputs with its row of
/// the weight (`torch.nn.Linear`).
///
/// The weight is read in place, even in a mapped file.
public struct Linear<let inputs: Int, let outputs: Int>: Sendable {
  private let layer: FullyConnected
  /// Outputs x inputs.
  private let weight: WeightTensor
  private let bias: [Float]?

  /// Takes `name.weight`, outputs x inputs, and `name.bias`, outputs.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `classifier.0`.
  ///   - bias: Whether the layer has a bias; without one, `name.bias` is not requested.
  ///   - weights: The source of the tensors.
  /// - Throws: `WeightError` when a tensor is missing or has a different shape; `ShapeError` when there
  ///   are zero inputs or outputs, or more than 2^31 - 1.
  public init(_ name: String, bias: Bool = true, from weights: some WeightSource) throws {
    let text = "Linear<\(inputs), \(outputs)> '\(name)'"
    try checkSize(inputs, "number of inputs", from: 1, layer: text)
    try checkSize(outputs, "number of outputs", from: 1, layer: text)
    do {
      layer = try FullyConnected(text, inputs: inputs, outputs: outputs, batch: 1, hasReLU: false)
    } catch {
      throw ShapeError(error.description)
    }
    weight = try weights.tensor("\(name).weight", shape: [outputs, inputs])
    self.bias = bias ? try weights.tensor("\(name).bias", shape: [outputs]).values : nil
  }

  /// Each output's bias plus the products of `input` with its row of the weight.
  public func callAsFunction(_ input: FeatureVector<inputs>) -> FeatureVector<outputs> {
    FeatureVector { output in
      weight.withUnsafeValues { weight in
        KernelWorkspace.use { workspace in
          layer.run(
            on: workspace.team, weights: weight.baseAddress, bias: bias, from: input.values,
            to: output)
        }
      }
    }
  }
}
