import VGGDiagnostics
import VGGFindings

/// The names of activations: entries of `features` and of a `classifier` list, and values of `activation`.
package enum ActivationWord: String, ConfigurationKey {
  case relu
  case leakyReLU = "leaky_relu"
  case elu
  case prelu
  case gelu
  case silu
  case sigmoid
  case tanh

  package static let section = Section.activation

  private static let foreignNames: [String: Self] = [
    "leaky": .leakyReLU, "leakyrelu": .leakyReLU, "lrelu": .leakyReLU, "swish": .silu,
    "logistic": .sigmoid,
  ]

  /// The name that another tool's name or a misspelling means; `nil` for text that resembles none.
  static func meant(by text: String) -> Self? {
    spelled(text)
      ?? nearestName(to: text, among: allCases.map(\.rawValue)).flatMap { Self(rawValue: $0) }
  }

  /// The name that another tool spells this way: `LeakyReLU`, `nn.Tanh`, `swish`.
  static func spelled(_ text: String) -> Self? {
    let bare = text.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    let plain = bare.hasPrefix("nn.") ? String(bare.dropFirst(3)) : bare
    return foreignNames[plain] ?? allCases.first { $0.rawValue.filter { $0 != "_" } == plain }
  }

  /// The function, with PyTorch's number if it has one.
  package var usual: Activation {
    switch self {
    case .relu: .relu
    case .leakyReLU: .leakyReLU(slope: LanguageDefaults.leakySlope)
    case .elu: .elu(alpha: LanguageDefaults.eluAlpha)
    case .prelu: .prelu
    case .gelu: .gelu
    case .silu: .silu
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    }
  }

  /// The function with this number; `nil` for a function without one.
  func function(_ number: Double) -> Activation? {
    switch self {
    case .leakyReLU: .leakyReLU(slope: number)
    case .elu: .elu(alpha: number)
    case .relu, .prelu, .gelu, .silu, .sigmoid, .tanh: nil
    }
  }

  package var hasNumber: Bool { usual.number != nil }

  private var summary: String {
    switch self {
    case .relu: "ReLU: max(0, x)."
    case .leakyReLU: "Leaky ReLU: negative values times this slope."
    case .elu: "ELU: negative values as this number times exp(x) - 1."
    case .prelu: "PReLU: negative values times one learned slope."
    case .gelu: "GELU: x times the normal distribution's cumulative probability at x."
    case .silu: "SiLU (swish): x times its sigmoid."
    case .sigmoid: "Sigmoid: 1 / (1 + exp(-x))."
    case .tanh: "Hyperbolic tangent."
    }
  }

  package var meaning: KeyMeaning {
    switch self {
    case .leakyReLU: means(summary, .number(LanguageBounds.leakySlope), default: .required)
    case .elu: means(summary, .number(LanguageBounds.eluAlpha), default: .required)
    case .relu, .prelu, .gelu, .silu, .sigmoid, .tanh: means(summary, .nothing, default: .required)
    }
  }

  /// The name as a word of a list, with the number that it then has.
  package var languageWord: Word {
    Word(
      rawValue, usual.number.map { "The same as `{\(rawValue): \(plain($0))}`." } ?? summary,
      for: .activation(self))
  }

  /// The forms of all activations: words, and mappings for those with a number.
  static var forms: [ValueForm] {
    allCases.map { .word($0.languageWord) }
      + allCases.filter(\.hasNumber).map { .mapping(MappingForm(Self.self, [$0])) }
  }
}

extension ValueForm {
  /// The value of `activation`.
  static var activation: ValueForm {
    .oneOf(
      [.word(Word("none", "No activation.", for: .without(.activation)))] + ActivationWord.forms)
  }
}

/// `{global: max}`, `{global: average}`.
package enum GlobalPoolKey: String, ConfigurationKey {
  case global

  package static let section = Section.globalPooling

  package var meaning: KeyMeaning {
    means(
      "Global pooling: the largest value or the mean of each channel, as a 1 x 1 map.",
      .oneOf(GlobalPool.allCases.map { .word($0.word) }), default: .required)
  }
}

/// The value that global pooling takes from each channel.
package enum GlobalPool: String, CaseIterable, Sendable {
  case maximum = "max"
  case average

  package var word: Word {
    Word(
      rawValue, "The \(self == .maximum ? "largest value" : "mean") of each channel.",
      for: .globalPool(self))
  }
}
