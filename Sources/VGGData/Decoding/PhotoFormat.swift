/// The file formats of photos that gdk-pixbuf decodes, known by their first bytes.
///
/// Others that it may have loaders for, SVG and icons among them, hold no photos.
enum PhotoFormat: String, CaseIterable {
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case bmp = "BMP"
  case tiff = "TIFF"
  case webP = "WebP"
  case heif = "HEIF"
  case avif = "AVIF"

  /// The format of the file `bytes`; `nil` for any other.
  init?(_ bytes: [UInt8]) {
    let format = Self.allCases.first { format in
      format.signatures.contains { bytes.dropFirst($0.offset).starts(with: $0.bytes) }
    }
    guard let format else { return nil }
    self = format
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
    case .jpeg, .bmp: true
    case .png, .gif, .tiff, .webP, .heif, .avif: false
    }
  }

  private var signatures: [Signature] {
    switch self {
    case .png: [Signature("\u{89}PNG\r\n\u{1a}\n")]
    case .jpeg: [Signature("\u{ff}\u{d8}\u{ff}")]
    case .gif: [Signature("GIF87a"), Signature("GIF89a")]
    case .bmp: [Signature("BM")]
    case .tiff: [Signature("II*\0"), Signature("MM\0*")]
    case .webP: [Signature("WEBP", at: 8)]
    case .heif: ["heic", "heix", "mif1"].map { Signature("ftyp\($0)", at: 4) }
    case .avif: [Signature("ftypavif", at: 4)]
    }
  }
}

/// Bytes that a format's files have at a fixed place.
private struct Signature {
  let offset: Int
  let bytes: [UInt8]

  /// - Parameter text: one scalar a byte.
  init(_ text: String, at offset: Int = 0) {
    self.offset = offset
    bytes = text.unicodeScalars.map { UInt8($0.value) }
  }
}
