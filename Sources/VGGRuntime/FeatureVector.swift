/// The values of one image between linear layers: float32, `count` of them.
///
/// A copy shares the values' memory until one of the two is changed.
public struct FeatureVector<let count: Int>: Sendable {
  /// `count` values.
  public internal(set) var values: [Float]

  /// The vector that holds `values`.
  ///
  /// - Throws: `ShapeError` unless there are `count` of them.
  public init(_ values: [Float]) throws(ShapeError) {
    guard values.count == count else {
      throw ShapeError(
        "FeatureVector<\(count)> holds \(count) values, but \(values.count) are given")
    }
    self.values = values
  }

  /// The vector whose values `fill` writes, every one of them; they have no value before.
  init(filledBy fill: (UnsafeMutablePointer<Float>) -> Void) {
    values = newValues(count, filledBy: fill)
  }

  /// The vector that takes over `values`.
  ///
  /// - Precondition: there are `count` of them.
  init(taking values: consuming [Float]) {
    precondition(values.count == count)
    self.values = values
  }

  /// Every value below zero made zero; in place when nothing else holds this vector
  /// (`torch.nn.ReLU`).
  public consuming func relu() -> Self {
    applyReLU(to: &values)
    return self
  }

  /// `exp(value)` of each, divided by their sum: probabilities that add up to 1
  /// (`torch.nn.Softmax`).
  public consuming func softmax() -> Self {
    normalizeExponentials(&values)
    return self
  }
}
