import VGGGraph
import VGGSpec

/// The ONNX emitter's view of a layer kind.
protocol ONNXLayer: LayerOperation {
  /// The operators that compute the layer; none for a layer that does nothing at inference.
  func operations(on input: Shape, giving output: Shape) -> [Operation]
  /// The extents in the model of one of the layer's tensors, whose numbers keep the order of the state dict.
  func extents(of tensor: StateTensor) -> [Int]
}

extension ONNXLayer {
  func extents(of tensor: StateTensor) -> [Int] { tensor.shape }
}

extension LayerKind {
  fileprivate var onnx: any ONNXLayer {
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

  fileprivate func operations(on input: Shape, giving output: Shape) -> [Operation] {
    onnx.operations(on: input, giving: output)
  }
}

extension Layer {
  /// The operators that compute this layer; none if it does nothing at inference.
  var operations: [Operation] { kind.operations(on: input, giving: output) }

  /// The weights that the operators read.
  var graphTensors: [GraphTensor] {
    zip(stateTensors, kind.operation.tensors).map { tensor, own in
      .weight(tensor, extents: kind.onnx.extents(of: own))
    }
  }
}

extension Shape {
  /// The map, for layers that the checker guarantees to have one.
  var map: MapShape {
    guard case .map(let map) = self else { preconditionFailure("a vector where a map is checked") }
    return map
  }
}
