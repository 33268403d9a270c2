import VGGRuntime

/// Weights that a test creates itself.
struct NamedTensors: WeightSource {
  let tensors: [String: [Float]]

  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    WeightTensor(tensors[name, default: []], shape: shape)
  }
}
