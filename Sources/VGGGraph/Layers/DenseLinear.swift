import VGGSpec

/// A fully connected layer that runs at every position of a map, as a convolution with stride 1 and no padding: channels x height
/// x width in, outputs x (height - kernel height + 1) x (width - kernel width + 1) out.
///
/// The VGG paper, section 3.2: "the fully-connected layers are first converted to convolutional layers". The tensors are those
/// of the ``Linear`` layer for a map of the kernel's size, outputs x (channels * kernel height * kernel width). In this order
/// the numbers are exactly the convolution's weight, so that either form accepts the other's weights.
package struct DenseLinear: Hashable, Sendable {
  package var channels: Int
  package var kernel: Sides
  package var outputs: Int

  package init(channels: Int, kernel: Sides, outputs: Int) {
    self.channels = channels
    self.kernel = kernel
    self.outputs = outputs
  }

  /// The convolution with the same result.
  package var convolution: Conv2d {
    Conv2d(
      inputChannels: channels, outputChannels: outputs, kernel: kernel, stride: 1, padding: 0,
      bias: true)
  }
}

extension DenseLinear: WindowedOperation {
  package static let name = "dense_linear"
  package static let group = LayerGroup.linear
  package static let paperName = PaperNameRule.fullyConnected

  package var kind: LayerKind { .denseLinear(self) }

  /// `FC-4096 over 7x7`.
  package var notation: String { "FC-\(outputs) over \(kernel.height)x\(kernel.width)" }

  package var window: Window { convolution.window }

  package func outputChannels(for channels: Int) -> Int { outputs }

  package var tensors: [StateTensor] {
    // The parameters of a checked layer can be counted.
    let inputs = checkedProduct(channels, kernel.height, kernel.width) ?? .max
    return [
      StateTensor(name: "weight", shape: [outputs, inputs]),
      StateTensor(name: "bias", shape: [outputs]),
    ]
  }

  package var parameterCount: Int? { convolution.parameterCount }
  package var parameterTerms: String? { convolution.parameterTerms }

  /// The multiply-adds: one for every weight at every position.
  package func macs(for output: Shape) -> Int? { convolution.macs(for: output) }
  package func macTerms(for output: Shape) -> String? { convolution.macTerms(for: output) }

  package func taking(inputs count: Int) -> DenseLinear {
    var copy = self
    copy.channels = count
    return copy
  }
}
