/// A picture of 8-bit samples, grey or colour.
public struct PixelImage: Hashable, Sendable {
  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  /// 3 for red, green and blue, 1 for grey.
  public let channels: Int
  /// The samples, height x width x channels, the top row first.
  public let samples: [UInt8]

  /// A picture of samples from any source.
  ///
  /// For example: `try PixelImage(width: 640, height: 480, channels: 3, samples: rgb)`. Use
  /// ``init(width:height:layout:bytesPerRow:bytes:)`` for pixels with alpha, in another order, or in padded rows.
  ///
  /// - Parameters:
  ///   - width: The width in pixels, at least 1.
  ///   - height: The height in pixels, at least 1.
  ///   - channels: 3 for red, green and blue, 1 for grey.
  ///   - samples: height x width x channels samples, the top row first.
  /// - Throws: `InputError` when a size is less than 1, there are neither one nor three channels, or the number of samples is
  ///   different.
  public init(width: Int, height: Int, channels: Int, samples: [UInt8]) throws(InputError) {
    guard channels == 1 || channels == 3 else {
      throw InputError(
        .malformed, "a picture has 1 or 3 channels, not \(channels); its layout may be grey or RGB")
    }
    let layout: PixelLayout = channels == 1 ? .grey : .rgb
    let size = try layout.byteCount(width: width, height: height, bytesPerRow: nil)
    guard samples.count == size else {
      throw InputError(
        .malformed,
        "\(width) x \(height) pixels with \(channels) channels take \(size) samples, "
          + "but there are \(samples.count)")
    }
    self.init(width: width, height: height, channels: channels, checked: samples)
  }

  /// A picture of the given samples.
  ///
  /// - Precondition: there are `height * width * channels` of them, and one or three channels.
  package init(width: Int, height: Int, channels: Int, checked samples: [UInt8]) {
    precondition(samples.count == width * height * channels && (channels == 1 || channels == 3))
    self.width = width
    self.height = height
    self.channels = channels
    self.samples = samples
  }
}
