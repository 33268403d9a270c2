import VGGRuntime

/// A photo, decoded and upright.
///
/// PNG, JPEG, GIF (its first frame), BMP, TIFF and binary PPM always; WebP, HEIF and AVIF where
/// gdk-pixbuf has a loader for them. PPM and PGM are read as the runtime reads them. Pixels are
/// those that Pillow's `exif_transpose` and `convert("RGB")` give: eight bits a sample (the high
/// byte of sixteen), grey repeated three times, opacity left out rather than blended with a
/// background. Three things differ: a TIFF file's colours come multiplied by their opacity, a GIF
/// file's transparent pixels are black, and an orientation in a PNG file is passed over.
///
/// Photos may be read on several threads at once.
package struct Photo: Hashable, Sendable {
  /// In colour, unless it comes from a binary PGM file.
  package let image: PixelImage

  /// The largest file that is read, in bytes.
  package static var largestFile: Int { 1 << 29 }
  /// The most pixels that a photo may have; as many take a gigabyte while they are decoded.
  package static var largestArea: Int { 1 << 28 }

  /// The photo in the file at `path`.
  ///
  /// - Throws: `InputError` that names the file and says why it cannot be read or decoded: it is
  ///   no picture, cut off, damaged or too large. Memory for too many pixels is never asked for.
  package init(path: String) throws(InputError) {
    self = try readInputFile(path, limit: Self.largestFile) { (bytes) throws(InputError) in
      try Photo(bytes)
    }
  }

  /// The photo that the file `bytes` holds.
  ///
  /// - Throws: `InputError` that says what is wrong with them.
  package init(_ bytes: [UInt8]) throws(InputError) {
    guard !bytes.isEmpty else { throw InputError(.malformed, "the file is empty") }
    if bytes.starts(with: "P5".utf8) || bytes.starts(with: "P6".utf8) {
      image = try PixelImage(ppm: bytes)
      return
    }
    guard let format = PhotoFormat(bytes) else {
      let known = PhotoFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw InputError(.malformed, "it is no picture of a known format (\(known), binary PPM)")
    }
    image = try PhotoDecoder(format: format).decode(bytes)
  }
}
