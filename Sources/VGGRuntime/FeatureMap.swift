import VGGCompute

/// A feature map of one image: float32 values, channels x height x width, each at least 1.
///
/// A copy shares the values' memory until one of the two is changed. A layer's output has the layout
/// for the next layer; ``values`` converts it to row-major order.
public struct FeatureMap<let channels: Int, let height: Int, let width: Int>: Sendable {
  var storage: MapStorage

  /// The map that holds `values`: `channels * height * width` of them, row by row within a channel.
  ///
  /// - Throws: `ShapeError` when there are more or fewer.
  public init(_ values: [Float]) throws(ShapeError) {
    guard values.count == Self.count else {
      throw ShapeError(
        "FeatureMap<\(channels), \(height), \(width)> holds \(channels) * \(height) * \(width) "
          + "= \(Self.count) values, but \(values.count) are given")
    }
    storage = .plain(values)
  }

  /// The map whose values `fill` writes, every one of them; they have no value before.
  init(filledBy fill: (UnsafeMutablePointer<Float>) -> Void) {
    storage = .plain(newValues(Self.count, filledBy: fill))
  }

  /// The map that takes over `values`.
  ///
  /// - Precondition: there are `channels * height * width` of them.
  init(taking values: consuming [Float]) {
    precondition(values.count == Self.count)
    storage = .plain(values)
  }

  /// The map that a layer outputs.
  init(_ map: BlockedMap) {
    precondition(
      (map.shape.channels, map.shape.height, map.shape.width) == (channels, height, width))
    storage = .blocked(map)
  }

  /// `channels * height * width` values; the one at (c, y, x) has the index
  /// `(c * height + y) * width + x`.
  ///
  /// For a layer's output, each use converts them to this order again: keep them when they are needed
  /// more than once.
  public var values: [Float] { storage.values }

  /// `channels * height * width`.
  public static var count: Int { channels * height * width }

  /// The layout of a layer's result of this type.
  ///
  /// - Precondition: every size is at least 1, and the map is smaller than 2^40 bytes.
  static var shape: BlockedShape {
    do {
      return try BlockedShape(
        channels: channels, height: height, width: width, border: BlockedMap.border)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// Every value below zero made zero; in place when nothing else holds this map (`torch.nn.ReLU`).
  public consuming func relu() -> Self {
    storage.applyReLU()
    return self
  }

  /// This map changed by `operation`; in place when nothing else holds it.
  consuming func changed(by operation: some InPlaceOperation) -> Self {
    storage.change(Self.shape, by: operation)
    return self
  }

  /// The output of `operation` for this map.
  func transformed<let outputChannels: Int, let outputHeight: Int, let outputWidth: Int>(
    by operation: some MapOperation
  ) -> FeatureMap<outputChannels, outputHeight, outputWidth> {
    FeatureMap<outputChannels, outputHeight, outputWidth>(
      storage.blocked(Self.shape).transformed(
        to: FeatureMap<outputChannels, outputHeight, outputWidth>.shape, by: operation))
  }
}
