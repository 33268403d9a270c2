import VGGGraph

/// The PyTorch emitter's view of a layer kind.
protocol TorchLayer: LayerOperation {
  /// The call that makes the module; `nil` if there isn't one, since `forward` calls a function.
  ///
  /// - Parameter isInPlace: Whether the layer may overwrite its input.
  func module(isInPlace: Bool) -> PythonExpression?
  /// The module as PyTorch 2.13 prints it; `nil` for kinds that are never among the features.
  func printedModule(isInPlace: Bool) -> String?
  /// The way torchvision initialises the module's weights; `nil` if it has none.
  var initialization: TorchInitialization? { get }
  /// Whether an activation after the layer may overwrite its output, as in torchvision.
  ///
  /// Otherwise it may not: the image belongs to the caller, and the backward pass of some layers,
  /// such as softmax, reads their output.
  var mayBeOverwritten: Bool { get }
}

extension TorchLayer {
  func printedModule(isInPlace: Bool) -> String? { nil }
  var initialization: TorchInitialization? { nil }
  var mayBeOverwritten: Bool { false }
}

extension LayerKind {
  var torch: any TorchLayer {
    switch self {
    case .conv2d(let conv): conv
    case .batchNorm2d(let norm): norm
    case .batchNorm1d(let norm): norm
    case .relu(let relu): relu
    case .leakyReLU(let leaky): leaky
    case .elu(let elu): elu
    case .prelu(let prelu): prelu
    case .gelu(let gelu): gelu
    case .silu(let silu): silu
    case .sigmoid(let sigmoid): sigmoid
    case .tanh(let tanh): tanh
    case .maxPool2d(let pool): pool
    case .avgPool2d(let pool): pool
    case .globalMaxPool(let pool): pool
    case .globalAveragePool(let pool): pool
    case .localResponseNorm(let norm): norm
    case .adaptiveAvgPool2d(let pool): pool
    case .flatten(let flatten): flatten
    case .linear(let linear): linear
    case .denseLinear(let dense): dense
    case .dropout(let dropout): dropout
    case .softmax(let softmax): softmax
    }
  }
}
