/// A source of weights for untrained networks.
protocol StartingValues: WeightSource {
  /// PReLU's slope, which its name and shape alone do not distinguish from a batch normalisation's
  /// scale.
  func startingSlope(_ name: String) throws -> Float
}

extension WeightSource {
  /// The slope of a PReLU, the tensor called `name` of shape [1].
  ///
  /// - Throws: The same errors as `tensor`.
  package func slope(_ name: String) throws -> Float {
    if let source = self as? any StartingValues { return try source.startingSlope(name) }
    return try tensor(name, shape: [1]).values[0]
  }
}

extension SeededInitializer: StartingValues {
  /// PyTorch's initial slope of a PReLU.
  static let slope: Float = 0.25

  func startingSlope(_ name: String) -> Float { Self.slope }
}
