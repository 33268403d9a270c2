import VGGFiles

/// The photo formats that gdk-pixbuf or this module decodes.
///
/// gdk-pixbuf may have loaders for others, such as SVG and icons, but these do not contain photos.
enum PhotoFormat: String, CaseIterable {
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case bmp = "BMP"
  case tiff = "TIFF"
  case webP = "WebP"
  case heif = "HEIF"
  case avif = "AVIF"

  /// The photo format of a file format; `nil` for any other.
  init?(_ format: FileFormat) {
    guard let photo = Self.allCases.first(where: { $0.file == format }) else { return nil }
    self = photo
  }

  /// The file format of the photo format.
  private var file: FileFormat {
    switch self {
    case .png: .png
    case .jpeg: .jpeg
    case .gif: .gif
    case .bmp: .bmp
    case .tiff: .tiff
    case .webP: .webP
    case .heif: .heif
    case .avif: .avif
    }
  }

  /// The MIME type by which gdk-pixbuf finds the format's loader.
  var mimeType: String {
    switch self {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .gif: "image/gif"
    case .bmp: "image/bmp"
    case .tiff: "image/tiff"
    case .webP: "image/webp"
    case .heif: "image/heif"
    case .avif: "image/avif"
    }
  }

  /// The Debian and Ubuntu package with a loader that gdk-pixbuf itself does not include.
  var loaderPackage: String? {
    switch self {
    case .png, .jpeg, .gif, .bmp, .tiff: nil
    case .webP: "webp-pixbuf-loader"
    case .heif: "heif-gdk-pixbuf"
    case .avif: "libavif-gdk-pixbuf"
    }
  }

  /// The most pixels that a byte of a complete file can encode, if the format has a bound.
  ///
  /// A picture that claims more is truncated, and decoding would only fill memory: JPEG's Huffman
  /// codes take at least one bit for a block of 8 x 8 pixels; deflate, which PNG uses, expands a
  /// byte to at most 1032 bytes, and a byte holds at most eight pixels.
  var mostPixelsPerByte: Int? {
    switch self {
    case .jpeg: 8 * 64
    case .png: 1032 * 8
    case .gif, .bmp, .tiff, .webP, .heif, .avif: nil
    }
  }

  /// Whether the format's loader reports every row that it decodes and silently skips missing ones.
  var missingRowsAreSilent: Bool {
    switch self {
    case .jpeg: true
    case .png, .gif, .bmp, .tiff, .webP, .heif, .avif: false
    }
  }
}
