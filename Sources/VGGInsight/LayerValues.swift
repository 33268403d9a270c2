import VGGGraph

/// The values that a layer outputs for one image.
package struct LayerValues: Hashable, Sendable {
  package let layer: ChosenLayer
  /// Row by row within a channel.
  package let values: [Float]

  /// - Throws: `InsightError` when a value is infinite or not a number.
  init(_ layer: ChosenLayer, _ values: [Float]) throws(InsightError) {
    guard values.allSatisfy(\.isFinite) else { throw .notFinite(.layer(layer.name)) }
    self.layer = layer
    self.values = values
  }
}

extension LayerValues {
  /// The numbers of the channels whose maps have the largest mean, the largest first, the lower number first if two are
  /// equal; empty for a vector.
  package func strongestChannels(_ count: Int) -> [Int] {
    guard case .map(let map) = layer.shape else { return [] }
    let sums = (0..<map.channels).map { channel in
      self.channel(channel).reduce(0.0) { $0 + Double($1) }
    }
    return Array(sums.indices.sorted { (-sums[$0], $0) < (-sums[$1], $1) }.prefix(count))
  }

  /// The values of one channel of a map.
  package func channel(_ index: Int) -> ArraySlice<Float> {
    guard case .map(let map) = layer.shape else { return [] }
    let size = map.height * map.width
    return values[index * size..<(index + 1) * size]
  }
}
