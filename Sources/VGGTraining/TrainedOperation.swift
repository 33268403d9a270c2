import VGGGraph

/// What one node of a trained network computes: a layer, with a ReLU that follows it where that is
/// fused.
enum TrainedOperation: Hashable, Sendable {
  case convolution(Conv2d, rectifies: Bool)
  case batchNorm(channels: Int, rectifies: Bool)
  case relu
  case maxPool(Window)
  case averagePool(Window)
  case localResponseNorm(LocalResponseNorm)
  case adaptiveAveragePool
  case flatten
  case linear(Linear, rectifies: Bool)
  case dropout(probability: Double)
}

/// An operation with the layer that its weights are named after.
struct TrainedLayer: Hashable, Sendable {
  var operation: TrainedOperation
  let layer: Layer

  var input: Shape { layer.input }
  var output: Shape { layer.output }

  /// Whether its gradient takes the place of the one it is given.
  var changesGradientInPlace: Bool {
    switch operation {
    case .batchNorm, .relu, .localResponseNorm, .dropout: true
    default: false
    }
  }

  /// Whether its output is a ReLU's.
  var isRectified: Bool {
    switch operation {
    case .convolution(_, let rectifies), .batchNorm(_, let rectifies), .linear(_, let rectifies):
      rectifies
    case .relu: true
    default: false
    }
  }
}

/// The operations whose gradients train `graph`: all its layers but a last softmax, which the loss
/// takes in, with ReLU fused into what it follows.
func trainedLayers(of graph: ModelGraph) throws(UntrainableNetwork) -> [TrainedLayer] {
  var layers = graph.layers
  if layers.last?.kind.isSoftmax == true { layers.removeLast() }
  var trained: [TrainedLayer] = []
  for layer in layers {
    if layer.kind.isReLU, let last = trained.last, let fused = last.operation.rectified {
      trained[trained.count - 1].operation = fused
      continue
    }
    guard let operation = TrainedOperation(layer.kind) else {
      throw UntrainableNetwork(
        description:
          "\(layer.name) is a softmax amid the network; training takes it at the end only")
    }
    trained.append(TrainedLayer(operation: operation, layer: layer))
  }
  guard case .vector = trained.last?.output else {
    throw UntrainableNetwork(
      description: "the network gives a feature map; training needs a vector with a number a class")
  }
  return trained
}

extension TrainedOperation {
  fileprivate init?(_ kind: LayerKind) {
    switch kind {
    case .conv2d(let convolution): self = .convolution(convolution, rectifies: false)
    case .batchNorm2d(let norm): self = .batchNorm(channels: norm.channels, rectifies: false)
    case .relu: self = .relu
    case .maxPool2d(let pool): self = .maxPool(pool.window)
    case .avgPool2d(let pool): self = .averagePool(pool.window)
    case .localResponseNorm(let norm): self = .localResponseNorm(norm)
    case .adaptiveAvgPool2d: self = .adaptiveAveragePool
    case .flatten: self = .flatten
    case .linear(let linear): self = .linear(linear, rectifies: false)
    case .dropout(let dropout): self = .dropout(probability: dropout.probability)
    case .softmax: return nil
    }
  }

  /// The same with a ReLU after it; `nil` where that stands by itself.
  fileprivate var rectified: TrainedOperation? {
    switch self {
    case .convolution(let convolution, rectifies: false): .convolution(convolution, rectifies: true)
    case .batchNorm(let channels, rectifies: false): .batchNorm(channels: channels, rectifies: true)
    case .linear(let linear, rectifies: false): .linear(linear, rectifies: true)
    default: nil
    }
  }
}
