import VGGKernels

/// The sizes of a convolution, whose window gives exactly the output's size.
struct ConvolutionGeometry: Hashable, Sendable {
  let inputChannels: Int
  let inputHeight: Int
  let inputWidth: Int
  let outputChannels: Int
  let outputHeight: Int
  let outputWidth: Int
  let kernel: Int
  let stride: Int
  let padding: Int

  /// Whether the kernels read the input as channels x height x width: a first layer's image is so
  /// already, and in blocks of 16 such a map would be zeros for the most part.
  var takesPlainInput: Bool { inputChannels <= mostPlainChannels }

  /// What the kernels are to compute.
  ///
  /// - Throws: `ShapeError` when a size is out of its range; `layer` starts the message.
  func description(layer: String) throws(ShapeError) -> vgg_conv {
    try checkSize(inputChannels, "number of input channels", from: 1, layer: layer)
    try checkSize(outputChannels, "number of output channels", from: 1, layer: layer)
    for (size, name) in [(inputHeight, "input's height"), (inputWidth, "input's width")] {
      try checkSize(size, name, from: 1, layer: layer)
    }
    return vgg_conv(
      batch: 1, in_channels: Int32(inputChannels), in_height: Int32(inputHeight),
      in_width: Int32(inputWidth), in_border: Int32(max(BlockedMap.border, padding)),
      out_channels: Int32(outputChannels), out_border: Int32(BlockedMap.border),
      kernel_h: Int32(kernel), kernel_w: Int32(kernel), stride_h: Int32(stride),
      stride_w: Int32(stride), pad_h: Int32(padding), pad_w: Int32(padding),
      flags: takesPlainInput ? UInt32(VGG_PLAIN_INPUT) : 0)
  }
}

/// The most channels of an input that convolutions read plain.
package let mostPlainChannels = 4
