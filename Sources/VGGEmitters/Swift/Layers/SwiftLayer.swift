import VGGGraph

/// The Swift emitter's view of a layer kind.
protocol SwiftLayer: LayerOperation {
  /// The layer's role in the lines of the forward pass.
  var forwardStep: ForwardStep { get }
  /// The property that holds the layer; `nil` for kinds that have no state and are methods of feature maps and
  /// vectors, or do nothing at inference.
  func property(of layer: Layer) -> LayerProperty?
  /// The layer's numbers, each with its formula: output size, parameters, multiply-adds, receptive field.
  func arithmetic(of layer: Layer) -> [WorkedLine]
}

extension SwiftLayer {
  func property(of layer: Layer) -> LayerProperty? { nil }

  func arithmetic(of layer: Layer) -> [WorkedLine] {
    slidingWindow == nil ? layer.costs : layer.sizes + layer.costs + layer.field
  }
}

extension LayerKind {
  var swift: any SwiftLayer {
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
