import VGGKernels

/// A convolution of a batch of feature maps, with everything that the kernels need to know about it.
package struct Convolution: Hashable, Sendable {
  package var input: BlockedShape
  package var outputChannels: Int
  package var outputBorder: Int
  package var window: SlidingWindow
  /// The number of equal parts that the input's and the output's channels are divided into. Each output
  /// channel sums over its part of the input only; with one input channel per group the convolution is
  /// depthwise.
  package var groups = 1
  /// ReLU after the bias.
  package var hasReLU = false
  /// 2x2 max pooling with stride 2 after that; a last odd row or column is dropped.
  package var hasPooling = false
  /// Whether the input is read as channels x height x width, without blocks and border.
  package var takesPlainInput = false
  /// Plain sums only, without Winograd's algorithms.
  package var isExact = false

  /// - Parameters:
  ///   - input: the maps that are read; their border is at least the window's padding.
  ///   - outputBorder: the border of zeros around the output.
  package init(
    _ input: BlockedShape, outputChannels: Int, outputBorder: Int, window: SlidingWindow
  ) {
    self.input = input
    self.outputChannels = outputChannels
    self.outputBorder = outputBorder
    self.window = window
  }

  /// The most channels of an input that is worth reading plain: in blocks of 16 it would be mostly zeros,
  /// and a network's image is already plain.
  package static let mostPlainChannels = 4

  /// Whether the kernels should read a plain input of this many channels directly, which is faster than
  /// blocks of 16 channels if there are few. They can't with more than one group.
  package static func readsPlain(channels: Int, groups: Int = 1) -> Bool {
    channels <= mostPlainChannels && groups == 1
  }

  /// The algorithm that should be fastest on `threads` threads.
  package func fastestAlgorithm(
    _ instructionSet: InstructionSet, threads: Int
  ) -> ConvolutionAlgorithm {
    guard var conv = kernelConvolution else { return .direct }
    return ConvolutionAlgorithm(
      vgg_conv_choose(instructionSet.value, Int32(threads), &conv))
  }

  /// The kernels' description of it; `nil` when a number does not fit their types.
  var kernelConvolution: vgg_conv? {
    guard let outputChannels = Int32(exactly: outputChannels),
      let outputBorder = Int32(exactly: outputBorder), let groups = Int32(exactly: groups),
      groups >= 1, let rows = KernelAxis(window.rows), let columns = KernelAxis(window.columns)
    else { return nil }
    var flags = 0
    if hasReLU { flags |= VGG_RELU }
    if hasPooling { flags |= VGG_POOL }
    if takesPlainInput { flags |= VGG_PLAIN_INPUT }
    if isExact { flags |= VGG_EXACT }
    let shape = input.kernelShape
    return vgg_conv(
      batch: shape.batch, in_channels: shape.channels, in_height: shape.height,
      in_width: shape.width, in_border: shape.border, out_channels: outputChannels,
      out_border: outputBorder, kernel_h: rows.kernel, kernel_w: columns.kernel,
      stride_h: rows.stride, stride_w: columns.stride, pad_h: rows.padding,
      pad_w: columns.padding, dilation_h: rows.dilation, dilation_w: columns.dilation,
      groups: groups, flags: UInt32(flags))
  }

  /// The numbers of an axis for the kernels.
  private struct KernelAxis {
    let kernel: Int32
    let stride: Int32
    let padding: Int32
    let dilation: Int32

    /// `nil` when a number does not fit.
    init?(_ axis: SlidingAxis) {
      guard let kernel = Int32(exactly: axis.kernel), let stride = Int32(exactly: axis.stride),
        let padding = Int32(exactly: axis.padding), let dilation = Int32(exactly: axis.dilation)
      else { return nil }
      (self.kernel, self.stride) = (kernel, stride)
      (self.padding, self.dilation) = (padding, dilation)
    }
  }

  /// - Parameter name: the layer's name.
  func tooLarge(_ name: String) -> ComputeError {
    .convolutionTooLarge(
      layer: name,
      ComputeError.ConvolutionSize(
        batch: input.batch, inputs: input.channels, outputs: outputChannels,
        kernel: [window.rows.kernel, window.columns.kernel], groups: groups))
  }
}

/// A way to compute a convolution.
package struct ConvolutionAlgorithm: Hashable, Sendable, CustomStringConvertible {
  let value: vgg_algorithm

  init(_ value: vgg_algorithm) {
    self.value = value
  }

  package static let direct = ConvolutionAlgorithm(VGG_DIRECT)
  package static let winograd4 = ConvolutionAlgorithm(VGG_WINOGRAD_4)
  package static let winograd6 = ConvolutionAlgorithm(VGG_WINOGRAD_6)

  /// For example: `winograd-4`.
  package var description: String { String(cString: vgg_algorithm_name(value)) }

  package static func == (left: Self, right: Self) -> Bool { left.value == right.value }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(value.rawValue)
  }
}
