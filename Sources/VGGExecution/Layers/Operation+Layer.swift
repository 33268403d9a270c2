import VGGCompute
import VGGGraph

extension Operation {
  /// The operation of a layer by itself; `nil` for a layer that does nothing once trained.
  init?(_ layer: Layer) {
    switch layer.kind {
    case .conv2d(let convolution):
      self = .convolution(
        FusedConvolution(
          convolution: convolution, name: layer.name, weightShape: convolution.tensors[0].shape))
    case .batchNorm2d(let norm):
      self = .batchNorm(FusedBatchNorm(channels: norm.channels, name: layer.name))
    case .batchNorm1d(let norm):
      self = .batchNorm(FusedBatchNorm(channels: norm.features, name: layer.name))
    case .relu: self = .activation(.relu)
    case .leakyReLU(let leaky): self = .activation(.function(ActivationFunction(leaky)))
    case .elu(let elu): self = .activation(.function(ActivationFunction(elu)))
    case .prelu: self = .activation(.learnedSlope(LearnedSlope(name: layer.name)))
    case .gelu: self = .activation(.function(.gelu))
    case .silu: self = .activation(.function(.silu))
    case .sigmoid: self = .activation(.function(.sigmoid))
    case .tanh: self = .activation(.function(.tanh))
    case .globalMaxPool: self = .map(GlobalMaxPooling())
    case .globalAveragePool: self = .map(AdaptiveAveragePooling())
    case .maxPool2d(let pool): self = .map(MaxPooling(window: SlidingWindow(pool.window)))
    case .avgPool2d(let pool): self = .map(AveragePooling(pool))
    case .localResponseNorm(let norm): self = .map(LocalResponseNormalization(norm))
    case .adaptiveAvgPool2d: self = .map(AdaptiveAveragePooling())
    case .flatten: self = .flatten
    case .linear(let linear): self = .linear(FusedLinear(linear: linear, name: layer.name))
    case .denseLinear(let dense):
      self = .convolution(
        FusedConvolution(
          convolution: dense.convolution, name: layer.name, weightShape: dense.tensors[0].shape))
    case .softmax: self = .softmax
    case .dropout: return nil
    }
  }
}

extension Layer {
  /// The part that this layer can be in the operation of the layer before it; `nil` for none.
  var fusion: Fusion? {
    if kind.isBatchNorm { return .batchNorm }
    if case .activation(let activation) = Operation(self) { return .activation(activation) }
    return kind.maxPool?.window == .halving ? .halvingPool : nil
  }
}

/// A layer that kernels compute together with the one before it.
enum Fusion: Hashable, Sendable {
  case batchNorm
  case activation(LayerActivation)
  /// The paper's pooling: adjacent 2x2 windows, dropping an odd row or column.
  case halvingPool

  var activation: LayerActivation? {
    if case .activation(let activation) = self { activation } else { nil }
  }
}

extension Window {
  fileprivate static let halving = Window(kernel: 2, stride: 2, padding: 0)
}

extension SlidingWindow {
  package init(_ window: Window) {
    self.init(
      rows: SlidingAxis(window.rows), columns: SlidingAxis(window.columns), ceil: window.ceil)
  }
}

extension SlidingAxis {
  fileprivate init(_ axis: WindowAxis) {
    self.init(
      kernel: axis.kernel, stride: axis.stride, padding: axis.padding, dilation: axis.dilation)
  }
}

extension AveragePooling {
  package init(_ pool: AvgPool2d) {
    self.init(window: SlidingWindow(pool.window), countsPadding: pool.countsPadding)
  }
}

extension ActivationFunction {
  package init(_ leaky: LeakyReLU) {
    self = .leakyReLU(slope: Float(leaky.slope))
  }

  package init(_ elu: ELU) {
    self = .elu(alpha: Float(elu.alpha))
  }
}

extension LocalResponseNormalization {
  package init(_ norm: LocalResponseNorm) {
    self.init(size: norm.size, alpha: norm.alpha, beta: norm.beta, k: norm.k)
  }
}
