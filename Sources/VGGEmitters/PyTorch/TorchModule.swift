import VGGGraph

/// A layer as a module of `torch.nn`.
struct TorchModule: Hashable, Sendable {
  let layer: Layer
  /// The layer's name in the paper, such as `conv1_1`.
  let paperName: String
  /// Whether a ReLU overwrites its input.
  let isInPlace: Bool
  /// For example: `nn.MaxPool2d(kernel_size=2, stride=2)`.
  let constructor: PythonExpression

  /// The modules of a network in their order; flattening is none, for `forward` calls it.
  static func modules(of graph: ModelGraph) -> [TorchModule] {
    let names = PaperNames(graph.layers).names
    let before = [nil] + graph.layers.map(Optional.some)
    return zip(zip(before, graph.layers), names).compactMap { layers, name in
      TorchModule(layers.1, after: layers.0, named: name)
    }
  }

  private init?(_ layer: Layer, after before: Layer?, named name: String) {
    isInPlace = layer.kind == .relu && before?.mayBeOverwritten == true
    guard let constructor = layer.kind.constructor(isInPlace: isInPlace) else { return nil }
    self.layer = layer
    paperName = name
    self.constructor = constructor
  }
}

extension Layer {
  /// Whether a ReLU after this layer may take the place of what it gave, as torchvision's do.
  ///
  /// Elsewhere it may not: the image is the caller's, and the backward pass of some layers, softmax
  /// among them, reads what they gave.
  fileprivate var mayBeOverwritten: Bool {
    switch kind {
    case .conv2d, .batchNorm2d, .linear: true
    case .relu, .maxPool2d, .avgPool2d, .localResponseNorm, .adaptiveAvgPool2d, .flatten, .dropout,
      .softmax:
      false
    }
  }
}

extension LayerKind {
  fileprivate func constructor(isInPlace: Bool) -> PythonExpression? {
    switch self {
    case .conv2d(let conv): conv.module
    case .batchNorm2d(let norm): norm.module
    case .maxPool2d(let pool): pool.module
    case .avgPool2d(let pool): pool.module
    case .localResponseNorm(let norm): norm.module
    case .adaptiveAvgPool2d(let pool): pool.module
    case .linear(let linear): linear.module
    case .dropout(let dropout): dropout.module
    case .relu:
      .call("nn.ReLU", isInPlace ? [PythonArgument("inplace", .boolean(true))] : [])
    case .softmax: .call("nn.Softmax", [PythonArgument("dim", .integer(1))])
    case .flatten: nil
    }
  }
}
