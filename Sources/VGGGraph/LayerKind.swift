/// A layer's operation, with all its numbers.
///
/// One case a kind, one file a kind under `Layers`; a new case makes the compiler name every place
/// that must know of it.
package enum LayerKind: Hashable, Sendable {
  case conv2d(Conv2d)
  case batchNorm2d(BatchNorm2d)
  case relu
  case maxPool2d(MaxPool2d)
  case avgPool2d(AvgPool2d)
  case localResponseNorm(LocalResponseNorm)
  case adaptiveAvgPool2d(AdaptiveAvgPool2d)
  case flatten
  case linear(Linear)
  case dropout(Dropout)
  case softmax

  /// The kind's name in JSON.
  package var name: String {
    switch self {
    case .conv2d: "conv2d"
    case .batchNorm2d: "batch_norm2d"
    case .relu: "relu"
    case .maxPool2d: "max_pool2d"
    case .avgPool2d: "avg_pool2d"
    case .localResponseNorm: "local_response_norm"
    case .adaptiveAvgPool2d: "adaptive_avg_pool2d"
    case .flatten: "flatten"
    case .linear: "linear"
    case .dropout: "dropout"
    case .softmax: "softmax"
    }
  }

  /// As the paper's Table 1 writes it: `conv3-64`, `maxpool`, `FC-4096`, `soft-max`; windows that
  /// the paper does not have show their numbers, as in `maxpool3 /2`.
  package var notation: String {
    switch self {
    case .conv2d(let conv): conv.notation
    case .batchNorm2d: "batch-norm"
    case .relu: "ReLU"
    case .maxPool2d(let pool): pool.notation
    case .avgPool2d(let pool): pool.notation
    case .localResponseNorm: "LRN"
    case .adaptiveAvgPool2d(let pool): "avgpool-\(pool.height)x\(pool.width)"
    case .flatten: "flatten"
    case .linear(let linear): "FC-\(linear.outputs)"
    case .dropout: "dropout"
    case .softmax: "soft-max"
    }
  }

  /// Whether it has weights of the kind that the paper counts when it says "16 weight layers".
  package var isWeightLayer: Bool {
    switch self {
    case .conv2d, .linear: true
    default: false
    }
  }

  /// Whether the result can take the place of the input in memory.
  package var worksInPlace: Bool {
    switch self {
    case .batchNorm2d, .relu, .flatten, .dropout: true
    default: false
    }
  }

  /// The sliding window, for the kinds that have one.
  package var window: Window? {
    switch self {
    case .conv2d(let conv): conv.window
    case .maxPool2d(let pool): pool.window
    case .avgPool2d(let pool): pool.window
    default: nil
    }
  }
}
