import VGGSpec
import VGGSyntax

/// The kind of a layer that an entry of `features` or of a classifier's list stands for, as editors colour it.
enum EntryKind: CaseIterable, Sendable {
  case convolution
  case pooling
  case activation
  case normalization
  case linear
  case dropout
  case softmax

  /// One of the protocol's types, which every colour theme knows.
  var tokenType: String {
    switch self {
    case .convolution: "function"
    case .pooling: "keyword"
    case .activation: "operator"
    case .normalization: "decorator"
    case .linear: "method"
    case .dropout: "modifier"
    case .softmax: "enumMember"
    }
  }

  /// The kind of an entry that is a single word or number; `nil` if the language does not know it.
  init?(featureWord scalar: Scalar) {
    switch scalar.value {
    case .int: self = .convolution
    case .string(let text):
      if ConvolutionNotation(text) != nil {
        self = .convolution
      } else if let element = FeatureElement(word: text), let kind = Self(element) {
        self = kind
      } else {
        return nil
      }
    case .null, .bool, .float, .integerOverflow: return nil
    }
  }

  /// The kind of an entry that is a mapping with this key; `nil` if the key does not decide it.
  init?(featureKey key: String) {
    if ActivationWord(rawValue: key) != nil {
      self = .activation
      return
    }
    switch FeatureHead(rawValue: key) {
    case .conv: self = .convolution
    case .maxpool, .avgpool, .global: self = .pooling
    case .lrn: self = .normalization
    case .dropout: self = .dropout
    case nil: return nil
    }
  }

  /// The kind of an entry of a classifier's list: a word, or the key of a mapping.
  init?(classifierWord word: String) {
    if ActivationWord(rawValue: word) != nil {
      self = .activation
      return
    }
    switch ClassifierElementKey(rawValue: word) {
    case .linear: self = .linear
    case .batchNorm: self = .normalization
    case .dropout: self = .dropout
    case .softmax: self = .softmax
    case nil: return nil
    }
  }

  private init?(_ element: FeatureElement) {
    switch element {
    case .convolution: self = .convolution
    case .maxPool, .averagePool, .globalPool: self = .pooling
    case .activation: self = .activation
    case .batchNorm, .localResponseNorm: self = .normalization
    case .dropout: self = .dropout
    case .unknown: return nil
    }
  }
}
