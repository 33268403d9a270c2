import VGGGraph

/// The operations that run a network: dropout is left out, batch normalisation folded into the
/// convolution before it, ReLU and 2x2 max pooling fused into what they follow. Each layer belongs
/// to one operation; dropout at the very start to the first.
func fuse(_ layers: [Layer]) -> [PlannedOperation] {
  var operations: [PlannedOperation] = []
  for (index, layer) in layers.enumerated() {
    let start = operations.last?.layers.upperBound ?? 0
    if let last = operations.indices.last, operations[last].absorb(layer) {
      operations[last].layers = operations[last].layers.lowerBound..<index + 1
    } else if let operation = Operation(layer) {
      operations.append(
        PlannedOperation(
          operation: operation, layers: start..<index + 1, input: layer.input,
          output: layer.output))
    }
  }
  return operations
}

extension PlannedOperation {
  /// Takes `layer` into this operation if that can be done.
  fileprivate mutating func absorb(_ layer: Layer) -> Bool {
    switch (operation, layer.kind) {
    case (_, .dropout): break
    case (.convolution(var fused), let kind):
      guard fused.absorb(kind, name: layer.name) else { return false }
      operation = .convolution(fused)
    case (.batchNorm(let name, let channels, rectifies: false), .relu):
      operation = .batchNorm(name: name, channels: channels, rectifies: true)
    case (.linear(let linear, let name, rectifies: false), .relu):
      operation = .linear(linear, name: name, rectifies: true)
    default: return false
    }
    output = layer.output
    return true
  }
}

extension FusedConvolution {
  /// Batch normalisation, ReLU and pooling, in this order, each at most once.
  fileprivate mutating func absorb(_ kind: LayerKind, name: String) -> Bool {
    switch kind {
    case .batchNorm2d where norm == nil && !rectifies && !pools: norm = name
    case .relu where !rectifies && !pools: rectifies = true
    case .maxPool2d(let pool) where pool.window == .halving && !pools: pools = true
    default: return false
    }
    return true
  }
}

extension Window {
  /// The paper's pooling: 2x2 windows side by side, an odd row or column left out.
  fileprivate static let halving = Window(kernel: 2, stride: 2, padding: 0)
}

extension Operation {
  /// The operation of a layer by itself; none for dropout, which does nothing once trained.
  fileprivate init?(_ layer: Layer) {
    switch layer.kind {
    case .conv2d(let convolution):
      self = .convolution(FusedConvolution(convolution: convolution, name: layer.name))
    case .batchNorm2d(let norm):
      self = .batchNorm(name: layer.name, channels: norm.channels, rectifies: false)
    case .relu: self = .relu
    case .maxPool2d(let pool): self = .maxPool(pool.window)
    case .avgPool2d(let pool): self = .averagePool(pool.window)
    case .localResponseNorm(let norm): self = .localResponseNorm(norm)
    case .adaptiveAvgPool2d: self = .adaptiveAveragePool
    case .flatten: self = .flatten
    case .linear(let linear): self = .linear(linear, name: layer.name, rectifies: false)
    case .softmax: self = .softmax
    case .dropout: return nil
    }
  }
}
