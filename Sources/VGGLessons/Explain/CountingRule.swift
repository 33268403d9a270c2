import VGGGraph

/// How one of the tools that people use counts the operations of a network.
///
/// The rules are those of the versions named, read from their sources and held against what they
/// print.
struct CountingRule: Sendable {
  let counter: OperationCounter
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

  static let vggc = CountingRule(counter: .vggc) { $0.macs }

  static let torchvision = CountingRule(counter: .torchvision) { $0.macs }

  static let fvcore = CountingRule(counter: .fvcore) { layer in
    switch layer.kind {
    case .batchNorm2d: checkedProduct(2, layer.input.elementCount)
    case .adaptiveAvgPool2d: layer.input.elementCount
    default: layer.macs
    }
  }

  static let thop = CountingRule(counter: .thop) { layer in
    switch layer.kind {
    case .batchNorm2d: checkedProduct(4, layer.input.elementCount)
    case .avgPool2d: layer.output.elementCount
    case .adaptiveAvgPool2d: checkedSum(layer.input.elementCount, layer.output.elementCount)
    case .softmax: checkedProduct(3, layer.input.elementCount).map { $0 - 1 }
    default: layer.macs
    }
  }

  static let earlyThop = CountingRule(counter: .earlyThop) { layer in
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

  static let ptflops = CountingRule(counter: .ptflops) { layer in
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

  static let torchinfo = CountingRule(counter: .torchinfo) { layer in
    guard case .conv2d = layer.kind, case .map(let map) = layer.output else {
      return layer.parameters
    }
    return checkedProduct(layer.parameters, map.height, map.width)
  }

  static let flopCounter = CountingRule(counter: .flopCounter) { checkedProduct(2, $0.macs) }

  static let receptiveField = CountingRule(counter: .receptiveField) { layer in
    guard case .conv2d(let conv) = layer.kind else { return 0 }
    return checkedProduct(2, layer.macs).flatMap {
      checkedSum($0, conv.bias ? layer.output.elementCount : 0)
    }
  }
}
