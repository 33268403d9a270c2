/// A picture from a binary PPM (P6, colour) or PGM (P5, grey) file.
///
/// One or two bytes a sample (maxval up to 65,535), comments in the header; samples are brought to
/// 0…255. Further pictures in the same file are ignored.
public struct PPMImage: Hashable, Sendable {
  public let width: Int
  public let height: Int
  /// 3 for red, green and blue, 1 for grey.
  public let channels: Int
  /// height x width x channels, the top row first.
  public let samples: [UInt8]

  /// The largest file that is read, in bytes.
  public static var largestFile: Int { 1 << 28 }

  /// The picture that the file `bytes` holds.
  ///
  /// - Throws: `InputError` that says what is wrong.
  public init(_ bytes: [UInt8]) throws(InputError) {
    let header = try PPMHeader(bytes)
    width = header.width
    height = header.height
    channels = header.channels
    let present = bytes.count - header.size
    guard let expected = header.sampleBytes, expected <= Self.largestFile else {
      throw InputError(
        .malformed,
        "\(width) x \(height) pixels are more than the \(Self.largestFile) bytes that "
          + "a picture may have")
    }
    guard present >= expected else {
      throw InputError(
        .malformed, "the file ends after \(present) of \(expected) bytes of pixels")
    }
    samples = header.samples(in: bytes[header.size..<header.size + expected])
  }

  /// A picture of the given samples.
  ///
  /// - Precondition: there are `height * width * channels` of them, and one or three channels.
  init(width: Int, height: Int, channels: Int, samples: [UInt8]) {
    precondition(samples.count == width * height * channels && (channels == 1 || channels == 3))
    self.width = width
    self.height = height
    self.channels = channels
    self.samples = samples
  }
}
