import VGGSpec

/// A convolution: channels x height x width in, output channels x height' x width' out
/// (`torch.nn.Conv2d`).
///
/// The channels are in ``groups`` that are independent: each output channel is computed from
/// its own group of the input channels.
package struct Conv2d: Hashable, Sendable {
  package var inputChannels: Int
  package var outputChannels: Int
  package var kernel: Sides
  package var stride: Sides
  package var padding: Sides
  package var dilation: Sides
  /// A divisor of both channel counts; 1 for a convolution over all channels, the input channels for
  /// a depthwise one.
  package var groups: Int
  package var bias: Bool

  package init(
    inputChannels: Int, outputChannels: Int, kernel: Sides, stride: Sides, padding: Sides,
    dilation: Sides = 1, groups: Int = 1, bias: Bool
  ) {
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
    self.bias = bias
  }

  /// The larger of the paddings: the border of zeros that maps need around them.
  package var largestPadding: Int { max(padding.height, padding.width) }

  /// The input channels of each group, from which an output channel is computed.
  package var groupChannels: Int { inputChannels / groups }

  /// One output value's weights: input channels of its group * kernel height * kernel width.
  package var weightsPerOutput: Int? {
    checkedProduct(groupChannels, kernel.height, kernel.width)
  }

  /// One output value's weights, input channels * kernel height * kernel width: `(3*3*3)`, in groups
  /// `(64/4*3*3)`.
  package var weightsFormula: String {
    let channels = groups == 1 ? "\(inputChannels)" : "\(inputChannels)/\(groups)"
    return "(\(channels)*\(kernel.height)*\(kernel.width))"
  }
}

extension Conv2d: WindowedOperation {
  package static let name = "conv2d"
  package static let group = LayerGroup.convolution
  package static let paperName = PaperNameRule.convolution

  package var kind: LayerKind { .conv2d(self) }

  /// The paper's notation, kernel size and output channels: `conv3-64`, `conv3x5-64`; a stride, padding or
  /// dilation other than the default follows, as in `conv5-96 /2 pad 0`, and so does the number of groups.
  package var notation: String {
    let usual = Window(kernel: kernel, stride: 1, padding: window.extent.map { $0 / 2 })
    return "conv\(kernel.brief)-\(outputChannels)" + window.differences(from: usual)
      + (groups == 1 ? "" : " groups \(groups)")
  }

  package var window: Window {
    Window(kernel: kernel, stride: stride, padding: padding, dilation: dilation)
  }

  package func outputChannels(for channels: Int) -> Int { outputChannels }

  package var tensors: [StateTensor] {
    [StateTensor(name: "weight", shape: [outputChannels, groupChannels] + kernel.list)]
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

  /// The multiply-adds: a dot product of ``weightsPerOutput`` for every output value.
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
