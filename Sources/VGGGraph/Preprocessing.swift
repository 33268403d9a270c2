import VGGSpec

/// How a photo becomes the network's input: every number settled.
package struct Preprocessing: Hashable, Sendable {
  /// The length of the shorter side after resizing, in pixels.
  package let resize: Int
  /// Height and width of the centre crop, in pixels: the network's input size.
  package let crop: PlaneSize
  /// Per channel, on values from 0 to 1.
  package let mean: [Double]
  package let deviation: [Double]

  /// Mean and deviation as a picture needs them: one a channel for pictures, which have one channel
  /// or three; for other inputs as many as are stated.
  package func perChannel(of channels: Int) -> (mean: [Double], deviation: [Double]) {
    let count = [1, 3].contains(channels) ? channels : max(mean.count, deviation.count)
    func repeated(_ values: [Double]) -> [Double] {
      values.count == 1 ? [Double](repeating: values[0], count: count) : values
    }
    return (repeated(mean), repeated(deviation))
  }
}
