/// A square convolution: channels x height x width in, output channels x height' x width' out
/// (`torch.nn.Conv2d`).
package struct Conv2d: Hashable, Sendable {
  package let inputChannels: Int
  package let outputChannels: Int
  package let kernel: Int
  package let stride: Int
  package let padding: Int
  package let bias: Bool

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

  package var window: Window { Window(kernel: kernel, stride: stride, padding: padding) }

  /// `conv3-64`: the paper's notation, kernel size and output channels; where stride or padding are
  /// not the usual ones they follow, as in `conv5-96 /2 pad 0`.
  package var notation: String {
    let usual = Window(kernel: kernel, stride: 1, padding: kernel / 2)
    return "conv\(kernel)-\(outputChannels)" + window.differences(from: usual)
  }

  /// One output value's weights: input channels * kernel * kernel.
  package var weightsPerOutput: Int? { checkedProduct(inputChannels, kernel, kernel) }

  /// Weights, and one bias an output channel: `64 * (3*3*3) + 64 = 1,792`.
  package var parameterCount: Int? {
    guard let weights = weightsPerOutput, let all = checkedProduct(outputChannels, weights) else {
      return nil
    }
    return bias ? checkedSum(all, outputChannels) : all
  }

  /// Multiply-adds for one image: a dot product of `weightsPerOutput` for every output value.
  package func macs(outputHeight: Int, outputWidth: Int) -> Int? {
    guard let weights = weightsPerOutput else { return nil }
    return checkedProduct(outputChannels, outputHeight, outputWidth, weights)
  }
}
