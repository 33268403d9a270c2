import VGGCompute

extension FeatureVector {
  /// Each value, with negative ones times `slope` (`torch.nn.LeakyReLU`); in place when nothing else holds this vector.
  ///
  /// - Parameter slope: The factor of negative values: PyTorch's `negative_slope`.
  public consuming func leakyReLU(slope: Double) -> Self {
    activate(.leakyReLU(slope: Float(slope)))
    return self
  }

  /// Each value, with negative ones as `alpha * (exp(x) - 1)` (`torch.nn.ELU`); in place when nothing else holds this
  /// vector.
  ///
  /// - Parameter alpha: The factor of negative values; for very negative ones, the output approaches `-alpha`.
  public consuming func elu(alpha: Double) -> Self {
    activate(.elu(alpha: Float(alpha)))
    return self
  }

  /// Each value times the share of the normal distribution below it, in its exact form (`torch.nn.GELU`); in place
  /// when nothing else holds this vector.
  public consuming func gelu() -> Self {
    activate(.gelu)
    return self
  }

  /// Each value times its sigmoid (`torch.nn.SiLU`); in place when nothing else holds this vector.
  public consuming func silu() -> Self {
    activate(.silu)
    return self
  }

  /// Each value as `1 / (1 + exp(-x))` (`torch.nn.Sigmoid`); in place when nothing else holds this vector.
  public consuming func sigmoid() -> Self {
    activate(.sigmoid)
    return self
  }

  /// The hyperbolic tangent of each value (`torch.nn.Tanh`); in place when nothing else holds this vector.
  public consuming func tanh() -> Self {
    activate(.tanh)
    return self
  }

  private mutating func activate(_ function: ActivationFunction) {
    apply(function, to: &values)
  }
}
