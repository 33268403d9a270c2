import VGGGraph

/// A tensor that a layer takes from a file of weights.
struct TensorDocument: Encodable, Hashable {
  /// torchvision's state-dict name: `features.0.weight`.
  let name: String
  /// In PyTorch's order: output channels, input channels, kernel rows, kernel columns.
  let shape: [Int]
}

extension Layer {
  /// The layer's tensors in PyTorch's order; empty for kinds without weights.
  var tensors: [TensorDocument] {
    switch kind {
    case .conv2d(let conv):
      weightAndBias(
        [conv.outputChannels, conv.inputChannels, conv.kernel, conv.kernel], bias: conv.bias)
    case .linear(let linear):
      weightAndBias([linear.outputs, linear.inputs], bias: linear.bias)
    case .batchNorm2d(let norm):
      ["weight", "bias", "running_mean", "running_var"].map { tensor($0, [norm.channels]) }
    case .relu, .maxPool2d, .avgPool2d, .localResponseNorm, .adaptiveAvgPool2d, .flatten, .dropout,
      .softmax:
      []
    }
  }

  private func weightAndBias(_ shape: [Int], bias: Bool) -> [TensorDocument] {
    let weight = tensor("weight", shape)
    return bias ? [weight, tensor("bias", Array(shape.prefix(1)))] : [weight]
  }

  private func tensor(_ part: String, _ shape: [Int]) -> TensorDocument {
    TensorDocument(name: "\(name).\(part)", shape: shape)
  }
}
