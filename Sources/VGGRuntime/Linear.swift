import VGGWeights

/// A fully connected layer: each output is its bias plus the products of all inputs with its row of
/// the weight (`torch.nn.Linear`).
public struct Linear<let inputs: Int, let outputs: Int>: Sendable {
  /// Outputs x inputs.
  private let weight: WeightTensor
  private let bias: [Float]?

  /// Takes `name.weight`, outputs x inputs, and `name.bias`, outputs.
  ///
  /// - Parameter name: torchvision's prefix for the layer, such as `classifier.0`.
  /// - Throws: `WeightError` when a tensor is missing or has another shape.
  public init(_ name: String, bias: Bool = true, from weights: some WeightSource) throws {
    weight = try weights.tensor("\(name).weight", shape: [outputs, inputs])
    self.bias = bias ? try weights.tensor("\(name).bias", shape: [outputs]).values : nil
  }

  public func callAsFunction(_ input: FeatureVector<inputs>) -> FeatureVector<outputs> {
    FeatureVector { output in
      weight.withUnsafeValues { weight in
        input.values.withUnsafeBufferPointer { input in
          guard let weight = weight.baseAddress, let input = input.baseAddress else { return }
          for index in 0..<outputs {
            let product = dotProduct(weight + index * inputs, input, count: inputs)
            output[index] = product + (bias?[index] ?? 0)
          }
        }
      }
    }
  }
}
