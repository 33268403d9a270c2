import VGGDiagnostics

/// One entry of a `features` list.
package enum FeatureElement: Sendable, Equatable {
  case convolution(ConvolutionSpec)
  case maxPool(MaxPoolSpec)
  case averagePool(AveragePoolSpec)
  case globalPool(GlobalPool)
  case activation(Activation)
  /// Batch normalisation of each channel.
  case batchNorm
  case localResponseNorm(LocalResponseNormSpec)
  case dropout(Double)
  /// Resolving has reported an error here; nothing is known of what this entry does to the map.
  case unknown
}

/// A square convolution followed by (batch norm and) an activation: `64`, `conv3-64`, `{conv: 64, kernel:
/// 5}`.
package struct ConvolutionSpec: Sendable, Equatable {
  package var outputChannels: Int
  /// What the user says the input channels are; checked against the chain.
  package var statedInput: Spanned<Int>?
  package var kernel: Int
  package var stride: Int
  package var padding: Int
  package var bias: Bool
  /// Whether batch normalisation follows; `nil` for the model's choice.
  package var batchNorm: Bool?
  /// The activation that follows; `nil` for the model's.
  package var activation: ActivationChoice?

  package init(
    outputChannels: Int, statedInput: Spanned<Int>? = nil,
    kernel: Int = LanguageDefaults.kernel, stride: Int = LanguageDefaults.stride,
    padding: Int? = nil, bias: Bool = LanguageDefaults.bias, batchNorm: Bool? = nil,
    activation: ActivationChoice? = nil
  ) {
    self.outputChannels = outputChannels
    self.statedInput = statedInput
    self.kernel = kernel
    self.stride = stride
    self.padding = padding ?? kernel / 2
    self.bias = bias
    self.batchNorm = batchNorm
    self.activation = activation
  }
}

/// Max pooling over square windows: `M`, `maxpool`, `{maxpool: 3, stride: 2, padding: 1, ceil:
/// true}`.
package struct MaxPoolSpec: Sendable, Equatable {
  package var kernel: Int
  package var stride: Int
  package var padding: Int
  /// Round the output size up instead of down, as `torch.nn.MaxPool2d(ceil_mode=True)` does.
  package var ceil: Bool

  /// - Parameter stride: The window's size if not given.
  package init(
    kernel: Int = LanguageDefaults.pool, stride: Int? = nil,
    padding: Int = LanguageDefaults.poolPadding, ceil: Bool = LanguageDefaults.poolCeil
  ) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
    self.ceil = ceil
  }
}

/// Average pooling over square windows: `{avgpool: 2, stride: 2}`.
package struct AveragePoolSpec: Sendable, Equatable {
  package var kernel: Int
  package var stride: Int

  /// - Parameter stride: The window's size if not given.
  package init(kernel: Int = LanguageDefaults.pool, stride: Int? = nil) {
    self.kernel = kernel
    self.stride = stride ?? kernel
  }
}

/// Local response normalisation across channels, `alpha` divided by `size` as in
/// `torch.nn.LocalResponseNorm`.
///
/// The paper's (Krizhevsky's n 5, alpha 1e-4 on the plain sum, beta 0.75, k 2) is `alpha` 5e-4 in
/// this convention.
package struct LocalResponseNormSpec: Sendable, Equatable {
  package var size: Int
  package var alpha: Double
  package var beta: Double
  package var k: Double

  package init(
    size: Int = LanguageDefaults.normalizationSize,
    alpha: Double = LanguageDefaults.normalizationAlpha,
    beta: Double = LanguageDefaults.normalizationBeta, k: Double = LanguageDefaults.normalizationK
  ) {
    self.size = size
    self.alpha = alpha
    self.beta = beta
    self.k = k
  }
}

extension FeatureElement {
  /// The element that a word of a list is; `nil` for a word that is none.
  package init?(word: String) {
    switch FeatureWord(rawValue: word) {
    case .letter, .maxpool: self = .maxPool(MaxPoolSpec())
    case .lrn: self = .localResponseNorm(LocalResponseNormSpec())
    case .batchNorm: self = .batchNorm
    case nil:
      guard let activation = ActivationWord(rawValue: word) else { return nil }
      self = .activation(activation.usual)
    }
  }
}
