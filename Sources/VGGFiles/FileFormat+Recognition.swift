extension FileFormat {
  /// The format of the file with these `bytes`; `nil` if it is not recognised.
  ///
  /// The beginning of a file is sufficient, except to distinguish kinds of zip archives, which takes the
  /// list at their end.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    let text = Self.textual(bytes)
    guard let format = Self.marked(bytes, isText: text != nil) ?? text else { return nil }
    self = format
  }

  package init?(_ bytes: [UInt8]) {
    guard let format = bytes.withUnsafeBytes({ FileFormat($0) }) else { return nil }
    self = format
  }

  /// The format of the file at `path`, of which only the necessary part is read.
  package init?(of path: String) {
    let descriptor = Platform.openForReading(path, waits: false)
    guard descriptor >= 0 else { return nil }
    defer { Platform.closeFile(descriptor) }
    guard Platform.status(of: descriptor)?.kind == .file else { return nil }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = chunk.withUnsafeMutableBytes { readRetrying(descriptor, into: $0) }
    guard count >= 0 else { return nil }
    self.init(Array(chunk[..<count]))
  }

  private static func marked(_ bytes: UnsafeRawBufferPointer, isText: Bool) -> Self? {
    if bytes.isEmpty { return .empty }
    // Checked first because its first bytes are a number, which may look like any other signature.
    if isSafetensors(bytes) { return .safetensors }
    if bytes.starts(with: zipMark) || bytes.starts(with: emptyZipMark) { return zipKind(bytes) }
    if bytes.starts(with: pyTorchStreamMark) { return .pyTorchStream }
    return marks.first { $0.fits(bytes) && !(isText && $0.mayBeginText) }?.format ?? model(bytes)
  }

  // MARK: - Marks

  /// Bytes at a fixed place in a format's files.
  private struct Mark: Sendable {
    let format: FileFormat
    let offset: Int
    let bytes: [UInt8]

    /// - Parameter text: one scalar per byte.
    init(_ format: FileFormat, _ text: String, at offset: Int = 0) {
      self.format = format
      self.offset = offset
      bytes = text.unicodeScalars.map { UInt8($0.value) }
    }

    /// Whether a text may begin with the same bytes; files of such a format contain more than text.
    var mayBeginText: Bool {
      [.video, .gguf, .bzip2, .matlab, .tfLite, .photoshop].contains(format)
    }

    func fits(_ file: UnsafeRawBufferPointer) -> Bool {
      file.dropFirst(offset).starts(with: bytes)
    }
  }

  /// The pickle of 0x1950a86a20f9469cfc6c, the start of every file that torch.save wrote before 1.6.
  package static let pyTorchStreamMark: [UInt8] = [
    0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e,
  ]

  /// Longer signatures precede those that are their beginnings.
  private static let marks: [Mark] =
    [
      Mark(.png, "\u{89}PNG\r\n\u{1a}\n"), Mark(.jpeg, "\u{ff}\u{d8}\u{ff}"),
      Mark(.gif, "GIF87a"), Mark(.gif, "GIF89a"),
      Mark(.tiff, "II*\0"), Mark(.tiff, "MM\0*"),
      // Files of more than 4 GiB.
      Mark(.tiff, "II+\0"), Mark(.tiff, "MM\0+"),
      Mark(.webP, "WEBP", at: 8),
      Mark(.jpeg2000, "\0\0\0\u{0c}jP  "), Mark(.jpeg2000, "\u{ff}\u{4f}\u{ff}\u{51}"),
      Mark(.jpegXL, "\0\0\0\u{0c}JXL "), Mark(.jpegXL, "\u{ff}\u{0a}"),
      Mark(.photoshop, "8BPS"), Mark(.icon, "\0\0\u{01}\0"),
      Mark(.hdf5, "\u{89}HDF\r\n\u{1a}\n"), Mark(.numPyArray, "\u{93}NUMPY"),
      Mark(.tfLite, "TFL3", at: 4), Mark(.gguf, "GGUF"), Mark(.matlab, "MATLAB 5"),
      Mark(.matlab, "MATLAB 7"),
      Mark(.torch7, "\u{04}\0\0\0\u{01}\0\0\0\u{03}\0\0\0V 1"),
      Mark(.tar, "ustar", at: 257), Mark(.gzip, "\u{1f}\u{8b}\u{08}"), Mark(.bzip2, "BZh"),
      Mark(.xz, "\u{fd}7zXZ\0"), Mark(.zstandard, "\u{28}\u{b5}\u{2f}\u{fd}"),
      Mark(.sevenZip, "7z\u{bc}\u{af}\u{27}\u{1c}"), Mark(.rar, "Rar!\u{1a}\u{07}"),
      Mark(.pdf, "%PDF-"), Mark(.program, "\u{7f}ELF"), Mark(.program, "MZ\u{90}\0"),
      Mark(.video, "RIFF"), Mark(.video, "\u{1a}\u{45}\u{df}\u{a3}"),
    ] + (2...5).map { Mark(.pickle, "\u{80}" + String(UnicodeScalar(UInt8($0)))) }

  /// Formats that cannot be recognised by a fixed run of bytes.
  private static func model(_ bytes: UnsafeRawBufferPointer) -> Self? {
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) { return isoMedia(bytes) }
    if bytes.starts(with: "BM".utf8), isBMP(bytes) { return .bmp }
    if let pixmap = pixmap(bytes) { return pixmap }
    if isONNX(bytes) { return .onnx }
    if bytes.starts(with: [0x08, 0x01, 0x12]) { return .savedModel }
    if isCaffe(bytes) { return .caffeModel }
    return isDarknet(bytes) ? .darknetWeights : nil
  }

  private static func isSafetensors(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count > 8, bytes[8] == UInt8(ascii: "{") else { return false }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    return length < 1 << 32
  }

  /// HEIF, AVIF and videos list their brands after a box's length: first the file's own, then compatible
  /// ones.
  private static func isoMedia(_ bytes: UnsafeRawBufferPointer) -> Self {
    let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
    let end = min(bytes.count, max(length, 12), 256)
    let brands = [8] + Array(stride(from: 16, to: max(16, end - 3), by: 4))
    for place in brands where place + 4 <= bytes.count {
      switch String(decoding: bytes[place..<place + 4], as: UTF8.self) {
      case "avif", "avis": return .avif
      case "heic", "heix", "heim", "heis", "hevc", "hevx": return .heif
      default: continue
      }
    }
    return bytes.dropFirst(8).starts(with: "mif1".utf8)
      || bytes.dropFirst(8).starts(with: "msf1".utf8)
      ? .heif : .video
  }

  /// Many texts begin with the letters BM; in a BMP file a plausible header length follows, or the file
  /// ends.
  private static func isBMP(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 18 else { return bytes.count == 2 || bytes[2...].contains(0) }
    let header = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 14, as: UInt32.self))
    return (12...256).contains(header)
  }

  /// The letter P, a digit, space, and a number or a comment.
  private static func pixmap(_ bytes: UnsafeRawBufferPointer) -> Self? {
    let (spaces, digits): ([UInt8], ClosedRange<UInt8>) = ([0x20, 0x09, 0x0a, 0x0d], 0x30...0x39)
    guard bytes.count > 3, bytes[0] == UInt8(ascii: "P"), spaces.contains(bytes[2]),
      digits.contains(bytes[3]) || bytes[3] == UInt8(ascii: "#")
    else { return nil }
    switch bytes[1] {
    case 0x31...0x34: return .plainPixmap
    case 0x35, 0x36: return .binaryPixmap
    default: return nil
    }
  }

  /// A protocol buffer that begins with the version of the format, 3 or newer, followed by a field of
  /// models.
  private static func isONNX(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count > 3, bytes[0] == 0x08, (3...30).contains(bytes[1]) else { return false }
    return [0x12, 0x1a, 0x22, 0x2a, 0x32, 0x3a, 0x42].contains(bytes[2])
  }

  /// A protocol buffer that begins with the network's name, followed by a layer.
  private static func isCaffe(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x0a, (1...100).contains(bytes[1]) else { return false }
    let name = bytes.dropFirst(2).prefix(Int(bytes[1]))
    let rest = bytes.dropFirst(2 + Int(bytes[1]))
    return name.allSatisfy { (0x20..<0x7f).contains($0) }
      && (rest.starts(with: [0xa2, 0x06]) || rest.starts(with: [0x12]))
  }

  /// The version, as three numbers: 0, then 1 or 2, then less than 10.
  private static func isDarknet(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 16 else { return false }
    let numbers = (0..<3).map {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
    }
    return numbers[0] == 0 && (1...2).contains(numbers[1]) && numbers[2] < 10
  }
}
