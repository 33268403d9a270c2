import VGGFiles

/// The faults of a network's input, without the file.
package enum InputFault: Hashable, Sendable {
  case unreadable(UnreadableFile.Cause)
  /// A file of another kind, or of an unknown one, in place of a photo.
  ///
  /// - Parameter formats: The formats of photos that can be read, besides binary PPM.
  case noPhoto(FileFormat?, formats: String)
  /// A file that is neither a binary PPM nor a binary PGM picture.
  case noPixmap
  /// A picture whose last part is missing.
  case cutOff
  /// A picture that is too large for the bytes of its file, so that its last part is missing.
  case tooManyPixels(width: Int, height: Int, byteCount: Int)
  /// A pixmap whose last pixels are missing.
  case shortPixels(present: Int, expected: Int)
  /// A pixmap with more bytes than its header states.
  case spareBytes(count: Int, expected: Int)
  case overLimit(PixelLimit)
  /// Pixels for which there is no memory.
  case shortage(MemoryShortage)
  case noMemoryToTurn
  /// A picture that its decoder refuses, for a reason in the decoder's words.
  case undecodable(String?)
  /// A format for which the machine has no decoder.
  ///
  /// - Parameter package: The Debian package that has one.
  case noDecoder(format: String, package: String?)
  /// A file of a picture's format without a picture.
  case noPicture
  /// A network that does not take pictures.
  case channels(Int, height: Int, width: Int)
  /// A raw file whose size differs from that of the network's input.
  case rawSize(byteCount: Int, channels: Int, height: Int, width: Int)
  /// A network whose output for a class is NaN or infinite.
  case notFinite(NotFiniteOutput)
  /// A network whose features have a value that is NaN or infinite.
  case notFiniteFeatures(Float)
  /// A detail of a format, in English.
  case detail(String)

  /// A picture that has more pixels than a photo may have.
  package struct PixelLimit: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// The pixels; `nil` if their number exceeds 64 bits.
    package let area: Int?
    package let limit: Int
    /// Whether the user can raise the limit enough.
    package let canBeRaised: Bool
    /// The fault in English.
    package let inEnglish: String

    package init(
      width: Int, height: Int, area: Int?, limit: Int, canBeRaised: Bool, inEnglish: String
    ) {
      (self.width, self.height, self.area) = (width, height, area)
      (self.limit, self.canBeRaised, self.inEnglish) = (limit, canBeRaised, inEnglish)
    }
  }
}

extension InputFault {
  /// The fault in English, with a remedy if that helps.
  package var reason: String {
    switch self {
    case .unreadable(let cause): "cannot read it: \(UnreadableFile(cause).reason)"
    case .noPhoto(let format?, let formats):
      format.description(otherwise: "supported photo formats: \(formats), binary PPM")
    case .noPhoto(nil, let formats):
      "it is not a picture in a supported format (\(formats), binary PPM)"
    case .noPixmap:
      "it is not a binary PPM (P6) or PGM (P5) picture; convert other formats first, "
        + "for example: magick photo.jpg photo.ppm"
    case .cutOff: "the file ends before its picture does"
    case .tooManyPixels(let width, let height, let count):
      "\(count) bytes cannot hold \(width) x \(height) pixels: \(Self.cutOff.reason)"
    case .shortPixels(let present, let expected):
      "the file ends after \(present) of \(expected) bytes of pixels"
    case .spareBytes(let count, let expected):
      "the file has \(count) more than the \(expected) bytes of pixels that its header states; "
        + "its lines may end in two characters, or the header may be wrong"
    case .overLimit(let limit): limit.inEnglish
    case .shortage(let shortage):
      "its pixels need \(shortage.needed) MiB of memory, but \(shortage.reason)"
    case .noMemoryToTurn: "not enough memory to turn the picture upright"
    case .undecodable(let reason):
      "it cannot be decoded: \(reason ?? "gdk-pixbuf reported no reason")"
    case .noDecoder(let format, let package):
      "gdk-pixbuf has no loader for \(format) here"
        + (package.map { "; on Debian and Ubuntu: `sudo apt-get install \($0)`" } ?? "")
    case .noPicture: "the file contains no picture"
    case .channels(let channels, let height, let width):
      "a picture has 1 or 3 channels, but the network takes \(channels): "
        + "use a .f32 file with \(channels) x \(height) x \(width) float32 values"
    case .rawSize(let count, let channels, let height, let width):
      "the file has \(count) bytes, but \(channels) x \(height) x \(width) "
        + "float32 values take \(channels * height * width * 4)"
    case .notFinite(let output): "\(output)"
    case .notFiniteFeatures(let value): Features.NotFinite(value: value).description
    case .detail(let detail): detail
    }
  }
}
