import VGGFiles

/// `count` numbers from the normal distribution with mean 0 and the given standard deviation (the
/// Box-Muller method, two numbers from two draws).
package func normalValues(
  count: Int, deviation: Double, using generator: inout SplitMix64
) -> [Float] {
  [Float](unsafeUninitializedCapacity: count) { values, initialized in
    var index = 0
    while index < count {
      let radius = deviation * (-2 * Double.logarithm(generator.unitInterval())).squareRoot()
      let angle = 2 * Double.pi * generator.unitInterval()
      values.initializeElement(at: index, to: Float(radius * Double.cosine(angle)))
      if index + 1 < count {
        values.initializeElement(at: index + 1, to: Float(radius * Double.sine(angle)))
      }
      index += 2
    }
    initialized = count
  }
}

extension SplitMix64 {
  /// A number above 0 and at most 1, one of 2^53 equally spaced ones.
  fileprivate mutating func unitInterval() -> Double {
    Double(next() >> 11 + 1) * 0x1p-53
  }
}
