import VGGGraph
import VGGSpec

/// Consecutive convolutions of stride 1 with no pooling between them: together they have the receptive
/// field of one larger kernel.
struct ConvolutionStack {
  /// Indices of the convolutions among the layers.
  var indices: [Int]
  var convolutions: [Conv2d]

  /// The height and width of a single kernel with the same receptive field.
  var kernel: Sides {
    convolutions.reduce(ReceptiveField?.some(.pixel)) { field, conv in
      field?.after(conv.window)
    }?.size ?? 1
  }

  /// The number of weights in the stack, without biases.
  var weights: Int? {
    convolutions.reduce(Int?.some(0)) { sum, conv in
      guard let sum, let weights = conv.weightsPerOutput,
        let own = checkedProduct(weights, conv.outputChannels)
      else { return nil }
      return checkedSum(sum, own)
    }
  }

  /// The number of groups that the single kernel may have, so that each output channel depends on no more input
  /// channels than through the stack: the greatest common divisor of the layers' groups.
  private var groups: Int {
    convolutions.reduce(0) { greatestCommonDivisor($0, $1.groups) }
  }

  /// The number of weights of a single kernel with the same receptive field and channels, without biases.
  var singleWeights: Int? {
    guard let first = convolutions.first, let last = convolutions.last else { return nil }
    let depth = first.inputChannels / max(groups, 1)
    return checkedProduct(depth, kernel.height, kernel.width, last.outputChannels)
  }

  /// The stacks of a network, in order; a single convolution is not a stack.
  static func all(in layers: [Layer]) -> [ConvolutionStack] {
    var stacks: [ConvolutionStack] = []
    var current = ConvolutionStack(indices: [], convolutions: [])
    func close() {
      if current.indices.count > 1 { stacks.append(current) }
      current = ConvolutionStack(indices: [], convolutions: [])
    }
    for (index, layer) in layers.enumerated() {
      if let conv = layer.kind.convolution {
        if conv.stride != 1 { close() }
        current.indices.append(index)
        current.convolutions.append(conv)
        if conv.stride != 1 { current = ConvolutionStack(indices: [], convolutions: []) }
      } else if layer.kind.operation.receptiveFieldEffect(on: layer.input) != .keeps {
        close()
      }
    }
    close()
    return stacks
  }

  /// The last run of `count` plain 3x3 convolutions, preferably one with the same number of channels
  /// throughout.
  static func run(of count: Int, in stacks: [ConvolutionStack]) -> ConvolutionStack? {
    var fallback: ConvolutionStack?
    for stack in stacks.reversed() where stack.convolutions.count >= count {
      for start in (0...(stack.convolutions.count - count)).reversed() {
        let convolutions = Array(stack.convolutions[start..<(start + count)])
        guard convolutions.allSatisfy(\.isPlainThreeByThree) else { continue }
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

extension Conv2d {
  /// Whether the kernel is 3x3, with one group and no dilation.
  var isPlainThreeByThree: Bool { kernel == 3 && dilation == 1 && groups == 1 }
}
