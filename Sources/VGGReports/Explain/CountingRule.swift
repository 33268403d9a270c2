import VGGGraph

/// How one of the tools that people use counts the operations of a network.
///
/// The rules are those of the versions named, read from their sources and held against what they
/// print.
struct CountingRule: Sendable {
  let tool: String
  let meaning: String
  /// What the tool counts for one layer; `nil` where it does not fit 64 bits.
  let count: @Sendable (Layer) -> Int?

  func total(over layers: [Layer]) -> Int? {
    layers.reduce(Int?.some(0)) { sum, layer in
      guard let sum, let own = count(layer) else { return nil }
      return checkedSum(sum, own)
    }
  }
}

extension CountingRule {
  static let all = [
    vggc, torchvision, fvcore, thop, earlyThop, ptflops, torchinfo, flopCounter, receptiveField,
  ]

  static let vggc = CountingRule(
    tool: "vggc", meaning: "multiply-adds of convolutions and fully connected layers"
  ) { $0.macs }

  static let torchvision = CountingRule(
    tool: "torchvision (GFLOPS of its pages)",
    meaning: "the same count, divided by 10^9, though it says FLOPS"
  ) { $0.macs }

  static let fvcore = CountingRule(
    tool: "fvcore 0.1.5; timm's GMACs",
    meaning:
      """
      MACs, called flops, with 2 for each value of a batch norm and 1 for each that an adaptive pool \
      takes
      """
  ) { layer in
    switch layer.kind {
    case .batchNorm2d: checkedProduct(2, layer.input.elementCount)
    case .adaptiveAvgPool2d: layer.input.elementCount
    default: layer.macs
    }
  }

  static let thop = CountingRule(
    tool: "thop 0.1.1",
    meaning: "MACs without biases, with 4 for each value of a batch norm, average pools and softmax"
  ) { layer in
    switch layer.kind {
    case .batchNorm2d: checkedProduct(4, layer.input.elementCount)
    case .avgPool2d: layer.output.elementCount
    case .adaptiveAvgPool2d: checkedSum(layer.input.elementCount, layer.output.elementCount)
    case .softmax: checkedProduct(3, layer.input.elementCount).map { $0 - 1 }
    default: layer.macs
    }
  }

  static let earlyThop = CountingRule(
    tool: "thop 0.0.30 (thop's README)",
    meaning:
      """
      a convolution's MACs and biases, but a fully connected layer's multiplications and additions \
      apart, with 4 for each value of a batch norm
      """
  ) { layer in
    switch layer.kind {
    case .conv2d(let conv):
      checkedSum(layer.macs, conv.bias ? layer.output.elementCount : 0)
    case .linear(let linear):
      checkedProduct(2, layer.macs).map { $0 - linear.outputs }
    case .batchNorm2d: checkedProduct(4, layer.input.elementCount)
    case .adaptiveAvgPool2d: checkedSum(layer.input.elementCount, layer.output.elementCount)
    default: layer.macs
    }
  }

  static let ptflops = CountingRule(
    tool: "ptflops 0.7.5",
    meaning:
      """
      MACs and biases, with 2 for each value that ReLU, a pool or a batch norm takes (ReLU and pools \
      are counted as modules and again as the functions inside)
      """
  ) { layer in
    let values = layer.input.elementCount
    switch layer.kind {
    case .conv2d(let conv): return checkedSum(layer.macs, conv.bias ? layer.output.elementCount : 0)
    case .linear(let linear): return checkedSum(layer.macs, linear.bias ? linear.outputs : 0)
    case .batchNorm2d: return checkedProduct(2, values)
    case .relu, .maxPool2d, .avgPool2d, .adaptiveAvgPool2d: return checkedProduct(2, values)
    case .softmax: return values
    case .localResponseNorm(let norm):
      // The functions inside it are counted: PyTorch squares, averages over channels padded by
      // size - 1, multiplies and adds.
      guard case .map(let map) = layer.input,
        let padded = checkedProduct(map.channels + norm.size - 1, map.height, map.width),
        let rest = checkedProduct(3, values)
      else { return nil }
      return checkedSum(padded, rest)
    case .flatten, .dropout: return 0
    }
  }

  static let torchinfo = CountingRule(
    tool: "torchinfo 1.8.0 (total mult-adds)",
    meaning:
      "parameters, biases among them, once for every place at which a convolution uses them"
  ) { layer in
    guard case .conv2d = layer.kind, case .map(let map) = layer.output else {
      return layer.parameters
    }
    return checkedProduct(layer.parameters, map.height, map.width)
  }

  static let flopCounter = CountingRule(
    tool: "torch.utils.flop_counter", meaning: "2 for each MAC, nothing else"
  ) { checkedProduct(2, $0.macs) }

  static let receptiveField = CountingRule(
    tool: "google-research/receptive_field",
    meaning: "2 for each MAC of the convolutions and 1 for each bias added, without the classifier"
  ) { layer in
    guard case .conv2d(let conv) = layer.kind else { return 0 }
    return checkedProduct(2, layer.macs).flatMap {
      checkedSum($0, conv.bias ? layer.output.elementCount : 0)
    }
  }
}
