/// A layer's operation, with all its numbers.
///
/// The kinds are a closed set. The properties of a kind are in its struct under `Layers`, which
/// ``operation`` returns; a backend that treats kinds differently switches over them in its own folder of layers,
/// without a default, so that the compiler reports the places that a new kind needs.
package enum LayerKind: Hashable, Sendable {
  case conv2d(Conv2d)
  case batchNorm2d(BatchNorm2d)
  case batchNorm1d(BatchNorm1d)
  case relu(ReLU)
  case leakyReLU(LeakyReLU)
  case elu(ELU)
  case prelu(PReLU)
  case gelu(GELU)
  case silu(SiLU)
  case sigmoid(Sigmoid)
  case tanh(Tanh)
  case maxPool2d(MaxPool2d)
  case avgPool2d(AvgPool2d)
  case globalMaxPool(GlobalMaxPool)
  case globalAveragePool(GlobalAveragePool)
  case localResponseNorm(LocalResponseNorm)
  case adaptiveAvgPool2d(AdaptiveAvgPool2d)
  case flatten(Flatten)
  case linear(Linear)
  case denseLinear(DenseLinear)
  case dropout(Dropout)
  case softmax(Softmax)

  /// The operation with the kind's properties.
  package var operation: any LayerOperation {
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
