import VGGGraph
import VGGSpec

/// A layer kind as the ONNX emitter needs it.
protocol ONNXLayer: LayerOperation {
  /// The operators that compute the layer; none for what does nothing at inference.
  func operations(on input: Shape, giving output: Shape) -> [Operation]
}

extension LayerKind {
  private var onnx: any ONNXLayer {
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
    case .dropout(let dropout): dropout
    case .softmax(let softmax): softmax
    }
  }

  fileprivate func operations(on input: Shape, giving output: Shape) -> [Operation] {
    onnx.operations(on: input, giving: output)
  }
}

extension Layer {
  /// The operators that compute this layer; none for what does nothing at inference.
  var operations: [Operation] { kind.operations(on: input, giving: output) }
}

extension Shape {
  /// The map of a layer that the checker only ever gives one.
  var map: MapShape {
    guard case .map(let map) = self else { preconditionFailure("a vector where a map is checked") }
    return map
  }
}
