/// A square convolution: channels x height x width in, output channels x height' x width' out
/// (`torch.nn.Conv2d`).
package struct Conv2d: Hashable, Sendable {
  package var inputChannels: Int
  package var outputChannels: Int
  package var kernel: Int
  package var stride: Int
  package var padding: Int
  package var bias: Bool

  package init(
    inputChannels: Int, outputChannels: Int, kernel: Int, stride: Int, padding: Int, bias: Bool
  ) {
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.bias = bias
  }

  /// One output value's weights: input channels * kernel * kernel.
  package var weightsPerOutput: Int? { checkedProduct(inputChannels, kernel, kernel) }

  /// One output value's weights, input channels * kernel * kernel: `(3*3*3)`.
  package var weightsFormula: String { "(\(inputChannels)*\(kernel)*\(kernel))" }
}

extension Conv2d: WindowedOperation {
  package static let name = "conv2d"
  package static let group = LayerGroup.convolution
  package static let paperName = PaperNameRule.convolution

  package var kind: LayerKind { .conv2d(self) }

  /// The paper's notation, kernel size and output channels: `conv3-64`; where stride or padding are not the usual
  /// ones they follow, as in `conv5-96 /2 pad 0`.
  package var notation: String {
    let usual = Window(kernel: kernel, stride: 1, padding: kernel / 2)
    return "conv\(kernel)-\(outputChannels)" + window.differences(from: usual)
  }

  package var window: Window { Window(kernel: kernel, stride: stride, padding: padding) }

  package func outputChannels(for channels: Int) -> Int { outputChannels }

  package var tensors: [StateTensor] {
    [StateTensor(name: "weight", shape: [outputChannels, inputChannels, kernel, kernel])]
      + (bias ? [StateTensor(name: "bias", shape: [outputChannels])] : [])
  }

  /// Weights, and one bias per output channel: `64 * (3*3*3) + 64 = 1,792`.
  package var parameterCount: Int? {
    guard let weights = weightsPerOutput, let all = checkedProduct(outputChannels, weights) else {
      return nil
    }
    return bias ? checkedSum(all, outputChannels) : all
  }

  package var parameterTerms: String? {
    "\(outputChannels) * \(weightsFormula)" + (bias ? " + \(outputChannels)" : "")
  }

  /// A dot product of ``weightsPerOutput`` for every output value.
  package func macs(for output: Shape) -> Int? {
    guard let weights = weightsPerOutput, let values = output.checkedElementCount else {
      return nil
    }
    return checkedProduct(values, weights)
  }

  package func macTerms(for output: Shape) -> String? {
    guard case .map(let map) = output else { return nil }
    return "\(map.channels) * \(map.height) * \(map.width) * \(weightsFormula)"
  }

  package func taking(inputs count: Int) -> Conv2d {
    var copy = self
    copy.inputChannels = count
    return copy
  }
}
