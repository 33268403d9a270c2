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
}
