import VGGFiles

/// The file formats of photos that gdk-pixbuf decodes, or we do.
///
/// Others that gdk-pixbuf may have loaders for, SVG and icons among them, hold no photos.
enum PhotoFormat: String, CaseIterable {
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case bmp = "BMP"
  case tiff = "TIFF"
  case webP = "WebP"
  case heif = "HEIF"
  case avif = "AVIF"

  /// The photo format among the formats of files; `nil` for any other.
  init?(_ format: FileFormat) {
    guard let photo = Self.allCases.first(where: { $0.file == format }) else { return nil }
    self = photo
  }

  /// The same among the formats of files.
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

  /// What gdk-pixbuf finds the format's loader by.
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

  /// The package of Debian and Ubuntu that brings a loader which gdk-pixbuf does not have itself.
  var loaderPackage: String? {
    switch self {
    case .png, .jpeg, .gif, .bmp, .tiff: nil
    case .webP: "webp-pixbuf-loader"
    case .heif: "heif-gdk-pixbuf"
    case .avif: "libavif-gdk-pixbuf"
    }
  }

  /// The most pixels that a byte of a whole file can stand for, where the format sets a bound.
  ///
  /// A picture that claims more is cut off, and decoding would only fill memory: JPEG's Huffman
  /// codes take a bit at least for a block of 8 x 8 pixels; deflate, which PNG uses, gives at most
  /// 1032 bytes for one, and a byte holds at most eight pixels.
  var mostPixelsPerByte: Int? {
    switch self {
    case .jpeg: 8 * 64
    case .png: 1032 * 8
    case .gif, .bmp, .tiff, .webP, .heif, .avif: nil
    }
  }

  /// Whether the format's loader reports every row that it decodes and passes over missing ones in
  /// silence.
  var missingRowsAreSilent: Bool {
    switch self {
    case .jpeg: true
    case .png, .gif, .bmp, .tiff, .webP, .heif, .avif: false
    }
  }
}
