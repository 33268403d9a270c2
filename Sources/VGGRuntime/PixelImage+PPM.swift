import VGGFiles

extension PixelImage {
  /// The largest PPM or PGM file that is read, in bytes.
  public static var largestPPMFile: Int { 1 << 28 }

  /// The picture that the bytes of a binary PPM (P6, colour) or PGM (P5, grey) file hold.
  ///
  /// One or two bytes per sample (maxval up to 65,535), comments in the header; samples are scaled
  /// to 0…255. Further pictures in the same file, and white space at its end, are ignored.
  ///
  /// - Throws: `InputError` that describes the defect.
  public init(ppm bytes: [UInt8]) throws(InputError) {
    let header = try PPMHeader(bytes)
    let present = bytes.count - header.size
    guard let expected = header.sampleBytes, expected <= Self.largestPPMFile else {
      throw InputError(
        .malformed,
        "\(header.width) x \(header.height) pixels are over the limit of \(Self.largestPPMFile) "
          + "bytes for a picture")
    }
    guard present >= expected else {
      throw InputError(.malformed, .shortPixels(present: present, expected: expected))
    }
    let rest = bytes[(header.size + expected)...].drop { [9, 10, 13, 32].contains($0) }
    guard rest.isEmpty || rest.starts(with: "P5".utf8) || rest.starts(with: "P6".utf8) else {
      throw InputError(
        .malformed, .spareBytes(count: present - expected, expected: expected))
    }
    do {
      try MemoryLimit.check(Double(expected))
    } catch {
      throw InputError(.malformed, .shortage(error))
    }
    self.init(
      width: header.width, height: header.height, channels: header.channels,
      checked: header.samples(in: bytes[header.size..<header.size + expected]))
  }
}
