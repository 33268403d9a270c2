/// A picture of 8-bit samples, grey or colour.
public struct PixelImage: Hashable, Sendable {
  /// The height in pixels.
  public let width: Int
  /// The width in pixels.
  public let height: Int
  /// 3 for red, green and blue, 1 for grey.
  public let channels: Int
  /// The samples, height x width x channels, the top row first.
  public let samples: [UInt8]

  /// A picture of the given samples.
  ///
  /// - Precondition: there are `height * width * channels` of them, and one or three channels.
  package init(width: Int, height: Int, channels: Int, samples: [UInt8]) {
    precondition(samples.count == width * height * channels && (channels == 1 || channels == 3))
    self.width = width
    self.height = height
    self.channels = channels
    self.samples = samples
  }
}
