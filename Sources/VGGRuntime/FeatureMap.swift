/// A feature map of one image: float32 values, channels x height x width, row by row within a
/// channel.
///
/// A copy shares the values' memory until one of the two is changed.
public struct FeatureMap<let channels: Int, let height: Int, let width: Int>: Sendable {
  /// `channels * height * width` values; the one at (c, y, x) has the index
  /// `(c * height + y) * width + x`.
  public private(set) var values: [Float]

  /// The map that holds `values`.
  ///
  /// - Throws: `ShapeError` unless there are `channels * height * width` of them.
  public init(_ values: [Float]) throws(ShapeError) {
    guard values.count == Self.count else {
      throw ShapeError(
        "FeatureMap<\(channels), \(height), \(width)> holds \(channels) * \(height) * \(width) "
          + "= \(Self.count) values, but \(values.count) are given")
    }
    self.values = values
  }

  /// The map whose values `fill` writes, every one of them; they have no value before.
  init(filledBy fill: (UnsafeMutablePointer<Float>) -> Void) {
    values = newValues(Self.count, filledBy: fill)
  }

  /// The map that takes over `values`.
  ///
  /// - Precondition: there are `channels * height * width` of them.
  init(taking values: consuming [Float]) {
    precondition(values.count == Self.count)
    self.values = values
  }

  /// `channels * height * width`.
  public static var count: Int { channels * height * width }

  /// Every value below zero made zero; in place when nothing else holds this map (`torch.nn.ReLU`).
  public consuming func relu() -> Self {
    rectify(&values)
    return self
  }

  /// This map with its values changed by `change`, in place when nothing else holds it.
  consuming func changed(by change: (UnsafeMutablePointer<Float>) -> Void) -> Self {
    changeValues(&values, change)
    return self
  }
}
