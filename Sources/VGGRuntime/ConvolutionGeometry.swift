import VGGCompute

/// The sizes of a convolution, whose window produces exactly the output's size.
struct ConvolutionGeometry: Hashable, Sendable {
  let inputChannels: Int
  let inputHeight: Int
  let inputWidth: Int
  let outputChannels: Int
  let outputHeight: Int
  let outputWidth: Int
  let window: SlidingWindow
  var groups = 1
  /// Whether the weight is stored as that of a linear layer, whose inputs are a window's values.
  var isStoredAsLinear = false

  /// Whether the kernels read the input as channels x height x width: a first layer's image already has this
  /// layout, and in blocks of 16 such a map would be mostly zeros.
  var takesPlainInput: Bool {
    Convolution.readsPlain(channels: inputChannels, groups: groups)
  }

  /// Output channels x input channels of a group x the kernel's height x its width, the last three as one product if
  /// the weight is stored as a linear layer's.
  ///
  /// - Precondition: ``description(layer:)`` has found nothing wrong.
  var weightShape: [Int] {
    let (rows, columns) = (window.rows.kernel, window.columns.kernel)
    let channels = inputChannels / groups
    return isStoredAsLinear
      ? [outputChannels, channels * rows * columns] : [outputChannels, channels, rows, columns]
  }

  /// The convolution that the kernels compute.
  ///
  /// - Throws: `ShapeError` when a size is out of its range; `layer` starts the message.
  func description(layer: String) throws(ShapeError) -> Convolution {
    try checkSize(inputChannels, "number of input channels", from: 1, layer: layer)
    try checkSize(outputChannels, "number of output channels", from: 1, layer: layer)
    try checkSize(groups, "number of groups", from: 1, layer: layer)
    for (channels, name) in [(inputChannels, "input"), (outputChannels, "output")]
    where !channels.isMultiple(of: groups) {
      throw ShapeError(
        "\(layer): the number of groups must divide the \(channels) \(name) channels, but is \(groups)"
      )
    }
    for (size, name) in [(inputHeight, "input's height"), (inputWidth, "input's width")] {
      try checkSize(size, name, from: 1, layer: layer)
    }
    let border = takesPlainInput ? 0 : max(BlockedMap.border, window.largestPadding)
    do {
      var convolution = Convolution(
        try BlockedShape(
          channels: inputChannels, height: inputHeight, width: inputWidth, border: border),
        outputChannels: outputChannels, outputBorder: BlockedMap.border, window: window)
      convolution.groups = groups
      convolution.takesPlainInput = takesPlainInput
      return convolution
    } catch {
      throw ShapeError("\(layer): \(error)")
    }
  }
}
