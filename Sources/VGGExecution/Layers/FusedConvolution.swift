import VGGCompute
import VGGGraph

/// A convolution and the layers that change its result before that is stored.
struct FusedConvolution: Hashable, Sendable {
  let convolution: Conv2d
  let name: String
  /// The extents of the stored weight; its numbers are in the order of output channels x input channels of a
  /// group x kernel height x kernel width.
  let weightShape: [Int]
  /// The name of the batch normalisation layer that is folded into the weights.
  var norm: String?
  var activation: LayerActivation?
  /// 2x2 max pooling with stride 2.
  var hasPooling = false

  init(convolution: Conv2d, name: String, weightShape: [Int]) {
    self.convolution = convolution
    self.name = name
    self.weightShape = weightShape
  }

  /// The operation with `layer` after it: batch normalisation, an activation and pooling, in this order, each at most once.
  func absorbing(_ layer: Layer) -> FusedConvolution? {
    var fused = self
    switch layer.fusion {
    case .batchNorm where norm == nil && activation == nil && !hasPooling: fused.norm = layer.name
    case .activation(let next) where activation == nil && !hasPooling: fused.activation = next
    case .halvingPool where !hasPooling: fused.hasPooling = true
    case .batchNorm, .activation, .halvingPool, nil: return nil
    }
    return fused
  }

  /// The convolution for the kernels.
  func description(
    _ input: BlockedShape, takesPlainInput: Bool, outputBorder: Int, isExact: Bool
  ) -> Convolution {
    var description = Convolution(
      input, outputChannels: convolution.outputChannels, outputBorder: outputBorder,
      window: SlidingWindow(convolution.window))
    description.groups = convolution.groups
    description.hasReLU = activation == .relu
    description.hasPooling = hasPooling
    description.takesPlainInput = takesPlainInput
    description.isExact = isExact
    return description
  }
}
