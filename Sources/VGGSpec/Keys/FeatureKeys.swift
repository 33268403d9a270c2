import VGGFindings

/// A word of a `features` list.
package enum FeatureWord: String, CaseIterable, Sendable {
  case letter = "M"
  case maxpool
  case lrn = "LRN"
  case batchNorm = "batch_norm"

  package var word: Word {
    switch self {
    case .letter: Word(rawValue, "2x2 max pooling, stride 2.", for: .feature(self))
    case .maxpool:
      Word(rawValue, "2x2 max pooling, stride 2; the same as `M`.", for: .feature(self))
    case .lrn:
      Word(
        rawValue,
        "Local response normalisation as in the paper: `{lrn: 5, alpha: 5e-4, beta: 0.75, k: 2}`.",
        for: .feature(self))
    case .batchNorm:
      Word(
        rawValue,
        "Batch normalisation of each channel, at this place in the list: convolution, ReLU, norm.",
        for: .feature(self))
    }
  }
}

/// The key that states which layer an entry of a `features` list is, if it is spelled out.
package enum FeatureHead: String, CaseIterable, Sendable {
  case conv
  case maxpool
  case avgpool
  case lrn
  case dropout
  case global

  /// The keys of the whole entry.
  fileprivate var form: MappingForm {
    switch self {
    case .conv: MappingForm(ConvolutionKey.self)
    case .maxpool: MappingForm(MaxPoolKey.self)
    case .avgpool: MappingForm(AveragePoolKey.self)
    case .lrn: MappingForm(LocalResponseNormKey.self)
    case .dropout: MappingForm(DropoutKey.self)
    case .global: MappingForm(GlobalPoolKey.self)
    }
  }
}

/// `{conv: 128, in: 64, kernel: 3, stride: 1, padding: 1, dilation: 1, groups: 1, bias: true}`.
package enum ConvolutionKey: String, ConfigurationKey {
  case conv
  case `in`
  case kernel
  case stride
  case padding
  case dilation
  case groups
  case bias
  case batchNorm = "batch_norm"
  case activation

  package static let section = Section.convolution

  package static let otherNames: [String: Self] = [
    "in_channels": .in, "kernel_size": .kernel, "pad": .padding, "strides": .stride,
    "act": .activation, "bn": .batchNorm, "batch_normalize": .batchNorm,
    "dilation_rate": .dilation, "group": .groups,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .conv:
      means(
        "Convolution, (batch norm,) ReLU: the number of output channels.",
        .integer(LanguageBounds.channels), default: .required)
    case .in:
      means(
        "The number of input channels: only checked against the previous layer's output.",
        .integer(LanguageBounds.channels), default: .rule("the previous layer's output channels"))
    case .kernel:
      means(
        "Height and width of the filter.", .sides(LanguageBounds.kernel),
        default: .value(.integer(LanguageDefaults.kernel)))
    case .stride:
      means(
        "The filter's step.", .sides(LanguageBounds.stride),
        default: .value(.integer(LanguageDefaults.stride)))
    case .padding:
      means(
        "Rows and columns of zeros on each side.",
        .oneOf(
          [.integer(LanguageBounds.padding), .pair(LanguageBounds.padding)]
            + PaddingWord.allCases.map { .word($0.word) }),
        default: .rule("half of the kernel's span, rounded down"))
    case .dilation:
      means(
        "The distance, on the map, between neighbouring values of the filter.",
        .sides(LanguageBounds.dilation), default: .value(.integer(LanguageDefaults.dilation)))
    case .groups:
      means(
        "Groups of channels, each computed only from its own input channels: a divisor of both channel counts.",
        .oneOf([.integer(LanguageBounds.channels), .word(GroupsWord.depthwise.word)]),
        default: .value(.integer(LanguageDefaults.groups)))
    case .bias:
      means(
        "Whether each output channel has a bias.", .truth,
        default: .value(.truth(LanguageDefaults.bias)))
    case .batchNorm:
      means(
        "Whether batch normalisation follows this convolution.", .truth,
        default: .rule("the model's `batch_norm`"))
    case .activation:
      means(
        "The activation after this convolution, or `none`.", .activation,
        default: .rule("the model's `activation`"))
    }
  }
}

/// `{maxpool: 2, stride: 2, padding: 0, ceil: false}`.
package enum MaxPoolKey: String, ConfigurationKey {
  case maxpool
  case stride
  case padding
  case ceil

  package static let section = Section.maxPooling
  package static let otherNames: [String: Self] = ["ceil_mode": .ceil, "pad": .padding]

  package var meaning: KeyMeaning {
    switch self {
    case .maxpool:
      means(
        "Max pooling: height and width of the window.", .sides(LanguageBounds.kernel),
        default: .required)
    case .stride:
      means(
        "The window's step.", .sides(LanguageBounds.stride), default: .rule("the window's size"))
    case .padding:
      means(
        "Rows and columns added on each side; at most half the window.",
        .sides(LanguageBounds.padding), default: .value(.integer(LanguageDefaults.poolPadding)))
    case .ceil:
      means(
        "Whether the output size is rounded up.", .truth,
        default: .value(.truth(LanguageDefaults.poolCeil)))
    }
  }
}

/// `{avgpool: 2, stride: 2, padding: 0, ceil: false, count_padding: true}`.
package enum AveragePoolKey: String, ConfigurationKey {
  case avgpool
  case stride
  case padding
  case ceil
  case countPadding = "count_padding"

  package static let section = Section.averagePooling
  package static let otherNames: [String: Self] = [
    "ceil_mode": .ceil, "pad": .padding, "count_include_pad": .countPadding,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .avgpool:
      means(
        "Average pooling: height and width of the window.", .sides(LanguageBounds.kernel),
        default: .required)
    case .stride:
      means(
        "The window's step.", .sides(LanguageBounds.stride), default: .rule("the window's size"))
    case .padding:
      means(
        "Rows and columns of zeros on each side; at most half the window.",
        .sides(LanguageBounds.padding), default: .value(.integer(LanguageDefaults.poolPadding)))
    case .ceil:
      means(
        "Whether the output size is rounded up.", .truth,
        default: .value(.truth(LanguageDefaults.poolCeil)))
    case .countPadding:
      means(
        "Whether the mean of a window includes the padding's zeros.", .truth,
        default: .value(.truth(LanguageDefaults.countsPadding)))
    }
  }
}

/// A word for the groups of a convolution.
package enum GroupsWord: String, CaseIterable, Sendable {
  case depthwise

  package var word: Word {
    switch self {
    case .depthwise: Word(rawValue, "One group per input channel.", for: .groups(self))
    }
  }
}

/// `{lrn: 5, alpha: 5e-4, beta: 0.75, k: 2}`.
package enum LocalResponseNormKey: String, ConfigurationKey {
  case lrn
  case alpha
  case beta
  case k

  package static let section = Section.localResponseNorm

  package var meaning: KeyMeaning {
    switch self {
    case .lrn:
      means(
        "Local response normalisation: the number of neighbouring channels in the sum.",
        .integer(LanguageBounds.normalizationSize), default: .required)
    case .alpha:
      means(
        "The weight of the sum, which is divided by `lrn`.", .number(0...1e6),
        default: .value(.number(LanguageDefaults.normalizationAlpha)))
    case .beta:
      means(
        "The exponent.", .number(0...1e3),
        default: .value(.number(LanguageDefaults.normalizationBeta)))
    case .k:
      means(
        "The offset.", .number(1e-6...1e6),
        default: .value(.number(LanguageDefaults.normalizationK)))
    }
  }
}

/// `{dropout: 0.3}`.
package enum DropoutKey: String, ConfigurationKey {
  case dropout

  package static let section = Section.dropout

  package var meaning: KeyMeaning {
    means("Dropout with this probability.", .number(0...1), default: .required)
  }
}

extension ValueForm {
  /// A number for both sides, or a list of one for the rows and one for the columns.
  static func sides(_ bounds: ClosedRange<Int>) -> ValueForm {
    .oneOf([.integer(bounds), .pair(bounds)])
  }

  /// A list of a number for the rows and one for the columns.
  fileprivate static func pair(_ bounds: ClosedRange<Int>) -> ValueForm {
    .tuple([.integer(bounds), .integer(bounds)])
  }

  /// A `features` list.
  static var features: ValueForm {
    .list(of: .feature, count: 1...LanguageBounds.elementCount)
  }

  /// An entry of a `features` list.
  private static var feature: ValueForm {
    .oneOf(
      [.integer(LanguageBounds.channels), .pattern(convolutionNotation)]
        + FeatureWord.allCases.map { .word($0.word) } + ActivationWord.forms
        + FeatureHead.allCases.map { .mapping($0.form) })
  }

  private static let convolutionNotation = TextPattern(
    "conv3-64", "A convolution as the paper writes it: kernel 3, 64 output channels.",
    for: .convolution, expression: "^conv0*[1-9][0-9]{0,3}-0*[1-9][0-9]{0,7}$")
}
