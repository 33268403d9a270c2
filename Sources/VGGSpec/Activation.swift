/// A function that a layer applies to each value separately, with its number if it has one.
package enum Activation: Hashable, Sendable {
  /// The larger of the value and zero (`torch.nn.ReLU`).
  case relu
  /// Negative values times a fixed slope (`torch.nn.LeakyReLU`).
  case leakyReLU(slope: Double)
  /// Negative values as alpha * (exp(x) - 1) (`torch.nn.ELU`).
  case elu(alpha: Double)
  /// Negative values times one learned slope (`torch.nn.PReLU`).
  case prelu
  /// The value times the normal distribution's integral up to it (`torch.nn.GELU`, the exact form).
  case gelu
  /// The value times its sigmoid (`torch.nn.SiLU`).
  case silu
  case sigmoid
  case tanh

  /// The function's name in the language.
  package var word: ActivationWord {
    switch self {
    case .relu: .relu
    case .leakyReLU: .leakyReLU
    case .elu: .elu
    case .prelu: .prelu
    case .gelu: .gelu
    case .silu: .silu
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    }
  }

  /// The number that it has in addition to its name; `nil` for a function without one.
  package var number: Double? {
    switch self {
    case .leakyReLU(let slope): slope
    case .elu(let alpha): alpha
    case .relu, .prelu, .gelu, .silu, .sigmoid, .tanh: nil
    }
  }
}

/// The activation after each convolution, or after one of them.
package enum ActivationChoice: Hashable, Sendable {
  case none
  case function(Activation)

  /// The function; `nil` if there is no activation.
  package var function: Activation? {
    switch self {
    case .none: nil
    case .function(let activation): activation
    }
  }
}
