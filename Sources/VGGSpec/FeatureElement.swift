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
  /// Resolving has reported an error here; nothing is known about this entry's effect on the map.
  case unknown
}

/// A convolution followed by (batch norm and) an activation: `64`, `conv3-64`, `{conv: 64, kernel: [3, 5]}`.
package struct ConvolutionSpec: Sendable, Equatable {
  package var outputChannels: Int
  /// The input channels that the user states; checked against the chain.
  package var statedInput: Spanned<Int>?
  package var kernel: Sides
  package var stride: Sides
  package var padding: Sides
  package var dilation: Sides
  package var groups: ConvolutionGroups
  /// The text that states the groups; `nil` for one group.
  package var groupsRange: SourceRange?
  package var bias: Bool
  /// Whether batch normalisation follows; `nil` for the model's choice.
  package var batchNorm: Bool?
  /// The activation that follows; `nil` for the model's.
  package var activation: ActivationChoice?

  /// - Parameter padding: Half of the kernel's span, rounded down, by default.
  package init(
    outputChannels: Int, statedInput: Spanned<Int>? = nil,
    kernel: Sides = Sides(LanguageDefaults.kernel), stride: Sides = Sides(LanguageDefaults.stride),
    padding: Sides? = nil, dilation: Sides = Sides(LanguageDefaults.dilation),
    groups: ConvolutionGroups = .count(LanguageDefaults.groups),
    bias: Bool = LanguageDefaults.bias, batchNorm: Bool? = nil,
    activation: ActivationChoice? = nil
  ) {
    self.outputChannels = outputChannels
    self.statedInput = statedInput
    self.kernel = kernel
    self.stride = stride
    self.padding = padding ?? kernel.extent(dilatedBy: dilation).map { $0 / 2 }
    self.dilation = dilation
    self.groups = groups
    self.bias = bias
    self.batchNorm = batchNorm
    self.activation = activation
  }
}

/// The `groups` of a convolution.
package enum ConvolutionGroups: Sendable, Hashable {
  /// This many groups with the same number of channels, each computed from its own input channels.
  case count(Int)
  /// A group for each input channel.
  case depthwise

  /// The groups of a convolution of `channels` input channels.
  package func count(of channels: Int) -> Int {
    switch self {
    case .count(let count): count
    case .depthwise: channels
    }
  }
}

extension Sides {
  /// The rows and columns that a kernel of this size spans: `(kernel - 1)*dilation + 1`.
  func extent(dilatedBy dilation: Sides) -> Sides {
    Sides(
      height: (height - 1) * dilation.height + 1, width: (width - 1) * dilation.width + 1)
  }
}

/// Max pooling: `M`, `maxpool`, `{maxpool: 3, stride: 2, padding: 1, ceil: true}`.
package struct MaxPoolSpec: Sendable, Equatable {
  package var kernel: Sides
  package var stride: Sides
  package var padding: Sides
  /// Whether the output size is rounded up instead of down, as in `torch.nn.MaxPool2d(ceil_mode=True)`.
  package var ceil: Bool

  /// - Parameter stride: The window's size by default.
  package init(
    kernel: Sides = Sides(LanguageDefaults.pool), stride: Sides? = nil,
    padding: Sides = Sides(LanguageDefaults.poolPadding), ceil: Bool = LanguageDefaults.poolCeil
  ) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
    self.ceil = ceil
  }
}

/// Average pooling: `{avgpool: 2, stride: 2}`, `{avgpool: 3, stride: 2, padding: 1, count_padding:
/// false}`.
package struct AveragePoolSpec: Sendable, Equatable {
  package var kernel: Sides
  package var stride: Sides
  package var padding: Sides
  /// Whether the output size is rounded up instead of down, as in `torch.nn.AvgPool2d(ceil_mode=True)`.
  package var ceil: Bool
  /// Whether the padding's zeros count among a window's values, as in `count_include_pad`.
  package var countsPadding: Bool

  /// - Parameter stride: The window's size by default.
  package init(
    kernel: Sides = Sides(LanguageDefaults.pool), stride: Sides? = nil,
    padding: Sides = Sides(LanguageDefaults.poolPadding), ceil: Bool = LanguageDefaults.poolCeil,
    countsPadding: Bool = LanguageDefaults.countsPadding
  ) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
    self.ceil = ceil
    self.countsPadding = countsPadding
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
  /// The element that a list's word names; `nil` for any other word.
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
