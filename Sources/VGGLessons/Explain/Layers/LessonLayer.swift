import VGGGraph

/// A layer kind with the properties that the lessons need.
protocol LessonLayer: LayerOperation {
  /// The layer's arithmetic, line by line.
  func lines(of lesson: LayerLesson) -> [LayerLesson.Line]
  /// The operations that other tools count, as far as their rules are known; `countsAreKnown` says whether.
  func counts(in layer: Layer) -> OperationCounts
  /// Whether the other tools' counts for the kind have been compared with their output.
  static var countsAreKnown: Bool { get }
  /// The layer in a list like torchvision's: `64`, `M`; `nil` for a layer that such a list omits.
  var listElement: String? { get }
  /// Whether there is a bias; `nil` for kinds without that option.
  var hasBias: Bool? { get }
}

extension LessonLayer {
  func counts(in layer: Layer) -> OperationCounts { OperationCounts(of: layer) }
  static var countsAreKnown: Bool { true }
  var listElement: String? { nil }
  var hasBias: Bool? { nil }
}

extension LayerKind {
  var lesson: any LessonLayer {
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
