/// A map's values as one vector, channel by channel, row by row (`torch.nn.Flatten`).
public struct Flatten<
  let channels: Int, let height: Int, let width: Int, let count: Int
>: Sendable {
  /// - Throws: `ShapeError` unless `count` is `channels * height * width`.
  public init() throws(ShapeError) {
    let product = FeatureMap<channels, height, width>.count
    guard product == count else {
      throw ShapeError(
        "Flatten<\(channels), \(height), \(width), \(count)>: \(channels) * \(height) * \(width) "
          + "= \(product), but the type says \(count)")
    }
  }

  /// The map's values, channel by channel and row by row.
  public func callAsFunction(
    _ input: consuming FeatureMap<channels, height, width>
  ) -> FeatureVector<count> {
    FeatureVector(taking: input.values)
  }
}
