/// Names of layers as in the paper and its Caffe models: `conv1_1`, `pool1`, … `fc6`.
///
/// A block ends with a pooling layer; fully connected layers continue the count of the blocks,
/// so that five blocks are followed by `fc6`. Every name is unique in its network, and a Swift
/// identifier.
package struct PaperNames: Sendable {
  /// One name per layer, in the layers' order.
  package let names: [String]

  package init(_ layers: [Layer]) {
    var namer = PaperNamer()
    names = layers.map { namer.name(of: $0.kind) }
  }
}

/// Assigns the paper's names to layers in order.
struct PaperNamer {
  private var block = 1
  private var convolution = 0
  /// The number of times that a kind has occurred without a convolution or a pool between, to distinguish
  /// `norm1_1` from `norm1_1_2`.
  private var repeats: [String: Int] = [:]
  private var fullyConnected: Int?

  mutating func name(of kind: LayerKind) -> String {
    switch kind.paperName {
    case .convolution:
      convolution += 1
      repeats = [:]
      return "conv\(block)_\(convolution)"
    case .pooling: return endOfBlock()
    case .afterConvolution(let kind): return besideConvolution(kind)
    case .afterWeights(let kind): return afterWeights(kind)
    case .fullyConnected: return nextFullyConnected()
    case .only(let name): return name
    case .numbered(let name): return unique(name)
    }
  }

  private mutating func endOfBlock() -> String {
    defer {
      block += 1
      convolution = 0
      repeats = [:]
    }
    return "pool\(block)"
  }

  private mutating func nextFullyConnected() -> String {
    let number = fullyConnected.map { $0 + 1 } ?? (convolution > 0 ? block + 1 : block)
    fullyConnected = number
    repeats = [:]
    return "fc\(number)"
  }

  private mutating func afterWeights(_ kind: String) -> String {
    guard let fullyConnected else { return besideConvolution(kind) }
    return unique("\(kind)\(fullyConnected)")
  }

  private mutating func besideConvolution(_ kind: String) -> String {
    unique("\(kind)\(block)_\(convolution)")
  }

  private mutating func unique(_ name: String) -> String {
    let count = repeats[name, default: 0] + 1
    repeats[name] = count
    return count == 1 ? name : "\(name)_\(count)"
  }
}
