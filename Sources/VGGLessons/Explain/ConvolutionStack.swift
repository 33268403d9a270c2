import VGGGraph

/// Convolutions of stride 1 that follow each other with no pooling between: together they see what
/// one larger kernel would.
struct ConvolutionStack {
  /// Indices of the convolutions among the layers.
  var indices: [Int]
  var convolutions: [Conv2d]

  /// The side of the one kernel that sees as much.
  var kernel: Int {
    convolutions.reduce(ReceptiveField?.some(.pixel)) { field, conv in
      field?.after(conv.window)
    }?.size ?? 1
  }

  /// Weights of the stack, biases aside.
  var weights: Int? {
    convolutions.reduce(Int?.some(0)) { sum, conv in
      guard let sum, let weights = conv.weightsPerOutput,
        let own = checkedProduct(weights, conv.outputChannels)
      else { return nil }
      return checkedSum(sum, own)
    }
  }

  /// Weights of the one kernel that sees as much and maps the same channels, biases aside.
  var singleWeights: Int? {
    guard let first = convolutions.first, let last = convolutions.last else { return nil }
    return checkedProduct(first.inputChannels, kernel, kernel, last.outputChannels)
  }

  /// The stacks of a network, in order; a single convolution is none.
  static func all(in layers: [Layer]) -> [ConvolutionStack] {
    var stacks: [ConvolutionStack] = []
    var current = ConvolutionStack(indices: [], convolutions: [])
    func close() {
      if current.indices.count > 1 { stacks.append(current) }
      current = ConvolutionStack(indices: [], convolutions: [])
    }
    for (index, layer) in layers.enumerated() {
      if let conv = layer.kind.convolution {
        if conv.stride > 1 { close() }
        current.indices.append(index)
        current.convolutions.append(conv)
        if conv.stride > 1 { current = ConvolutionStack(indices: [], convolutions: []) }
      } else if layer.kind.operation.receptiveFieldEffect(on: layer.input) != .keeps {
        close()
      }
    }
    close()
    return stacks
  }

  /// The last run of `count` 3x3 convolutions, one whose channels stay the same all along if there
  /// is one.
  static func run(of count: Int, in stacks: [ConvolutionStack]) -> ConvolutionStack? {
    var fallback: ConvolutionStack?
    for stack in stacks.reversed() where stack.convolutions.count >= count {
      for start in (0...(stack.convolutions.count - count)).reversed() {
        let convolutions = Array(stack.convolutions[start..<(start + count)])
        guard convolutions.allSatisfy({ $0.kernel == 3 }) else { continue }
        let run = ConvolutionStack(
          indices: Array(stack.indices[start..<(start + count)]), convolutions: convolutions)
        if run.keepsChannels { return run }
        fallback = fallback ?? run
      }
    }
    return fallback
  }

  var keepsChannels: Bool {
    convolutions.allSatisfy { $0.inputChannels == $0.outputChannels }
      && Set(convolutions.map(\.outputChannels)).count == 1
  }
}
