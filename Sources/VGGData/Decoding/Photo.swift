import VGGFiles
import VGGRuntime

/// A photo, decoded and upright.
///
/// PNG, JPEG, GIF (first frame), BMP, TIFF and binary PPM are always supported; WebP, HEIF and AVIF if
/// gdk-pixbuf has a loader for them. PPM and PGM are read as the runtime reads them. Pixels are those of
/// Pillow's `exif_transpose` and `convert("RGB")`: eight bits per sample, grey repeated three times, opacity
/// dropped rather than blended with a background. Samples of sixteen bits keep the upper eight, also in grey,
/// where Pillow makes nearly all of them white; colours of a TIFF file are rounded, and are at most one
/// higher.
///
/// Photos may be read on several threads at once.
package struct Photo: Hashable, Sendable {
  /// In colour, unless it comes from a binary PGM file.
  package let image: PixelImage
  /// Whether the file has more than eight bits per sample; the image has the upper eight.
  package let isDeep: Bool

  /// The largest file that is read, in bytes.
  package static var largestFile: Int { 1 << 29 }
  /// The most pixels that a photo may have unless the user says otherwise: twice Pillow's `MAX_IMAGE_PIXELS`,
  /// the limit above which Pillow refuses a picture.
  package static var mostPixels: Int { 2 * 89_478_485 }

  /// The photo in the file at `path`.
  ///
  /// - Parameter mostPixels: the most pixels that it may have.
  /// - Throws: `InputError` that names the file and says why it cannot be read or decoded: it is not a
  ///   picture, truncated, damaged or too large. Memory for too many pixels is never requested.
  package init(path: String, mostPixels: Int = Photo.mostPixels) throws(InputError) {
    self = try readInputFile(path, limit: Self.largestFile) { (bytes) throws(InputError) in
      try Photo(bytes, mostPixels: mostPixels)
    }
  }

  /// The photo in the file `bytes`.
  ///
  /// - Throws: `InputError` that describes the defect.
  package init(_ bytes: [UInt8], mostPixels: Int = Photo.mostPixels) throws(InputError) {
    if bytes.starts(with: "P5".utf8) || bytes.starts(with: "P6".utf8) {
      image = try PixelImage(ppm: bytes)
      isDeep = false
      return
    }
    let kind = FileFormat(bytes)
    guard let format = kind.flatMap({ PhotoFormat($0) }) else {
      throw InputError(.malformed, .noPhoto(kind, formats: Self.formats))
    }
    let bound = PixelBound(mostPixels, fileSize: bytes.count)
    switch format {
    case .bmp:
      (image, isDeep) = (try BMPPicture(bytes).image(within: bound), false)
    case .tiff:
      let file = TIFFPicture(bytes)
      image = try file.decoded(within: bound)
      isDeep = file.isDeep
    case .gif:
      (image, isDeep) = (try GIFPicture(bytes).decoded(within: bound), false)
    case .png:
      let file = PNGPicture(bytes)
      image = try file.decoded(within: bound)
      isDeep = file.isDeep
    case .webP:
      let decoder = PhotoDecoder(
        format: format, bound: bound, orientation: webPOrientation(bytes))
      (image, isDeep) = (try decoder.decode(bytes).image, false)
    case .jpeg, .heif, .avif:
      let decoder = PhotoDecoder(format: format, bound: bound)
      (image, isDeep) = (try decoder.decode(bytes).image, false)
    }
  }

  private static let formats =
    PhotoFormat.allCases.map(\.rawValue).joined(separator: ", ")
}
