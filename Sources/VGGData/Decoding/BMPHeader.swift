import VGGRuntime

/// The headers of a BMP file, of OS/2 or of Windows 3 and later.
struct BMPHeader {
  enum Compression: UInt32 {
    case none = 0
    case runs8 = 1
    case runs4 = 2
    case masks = 3
    case masksWithOpacity = 6
  }

  let width: Int
  let height: Int
  /// Whether the top row comes first.
  let isTopDown: Bool
  let bitsPerPixel: Int
  let compression: Compression
  /// The bits of red, green and blue in a pixel of 16 or 32 bits.
  let masks: [UInt32]
  /// Colours by index, three numbers each: red, green, blue.
  let palette: [[UInt8]]
  /// The offset of the first pixel.
  let offset: Int

  init(_ bytes: [UInt8]) throws(InputError) {
    let file = BMPFields(bytes)
    let stated = try file.number(at: 10)
    let size = Int(try file.number(at: 14))
    let isOld = size == 12
    if isOld {
      (width, height) = (Int(try file.short(at: 18)), Int(try file.short(at: 20)))
      isTopDown = false
      bitsPerPixel = Int(try file.short(at: 24))
    } else {
      let rows = Int32(bitPattern: try file.number(at: 22))
      (width, height) = (Int(try file.number(at: 18)), Int(rows.magnitude))
      isTopDown = rows < 0
      bitsPerPixel = Int(try file.short(at: 28))
    }
    let method = size < 20 ? 0 : try file.number(at: 30)
    guard let compression = Compression(rawValue: method) else {
      throw InputError(.malformed, "BMP compression \(method) is not supported")
    }
    guard [1, 2, 4, 8, 16, 24, 32].contains(bitsPerPixel) else {
      throw InputError(
        .malformed, "a BMP file with \(bitsPerPixel) bits per pixel is not supported")
    }
    guard Self.fits(compression, bitsPerPixel) else {
      throw InputError(
        .malformed,
        "BMP compression \(method) with \(bitsPerPixel) bits per pixel is not supported")
    }
    guard width > 0, height > 0, width <= Int(Int32.max) else {
      throw InputError(.malformed, "a BMP picture cannot have \(width) x \(height) pixels")
    }
    self.compression = compression
    var place = 14 + size
    switch compression {
    case .masks, .masksWithOpacity:
      // In the header itself, or right after a short one.
      var masks: [UInt32] = []
      for index in 0..<3 { masks.append(try file.number(at: 54 + 4 * index)) }
      self.masks = masks.contains(0) ? Self.usualMasks(bitsPerPixel) : masks
      if size == 40 { place += compression == .masks ? 12 : 16 }
    case .none, .runs8, .runs4: masks = Self.usualMasks(bitsPerPixel)
    }
    let used = size < 36 ? 0 : Int(try file.number(at: 46))
    if bitsPerPixel <= 8 {
      let most = 1 << bitsPerPixel
      let count = used == 0 ? most : used
      palette = file.palette(min(count, most), entrySize: isOld ? 3 : 4, at: place)
      place += count.multipliedReportingOverflow(by: isOld ? 3 : 4).partialValue
    } else {
      palette = []
    }
    offset = stated == 0 ? place : Int(stated)
  }

  private static func fits(_ compression: Compression, _ bits: Int) -> Bool {
    switch compression {
    case .none: true
    case .runs8: bits == 8
    case .runs4: bits == 4
    case .masks, .masksWithOpacity: bits == 16 || bits == 32
    }
  }

  private static func usualMasks(_ bits: Int) -> [UInt32] {
    bits == 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff_0000, 0xff00, 0xff]
  }
}

/// Numbers of a BMP file, the low byte first.
private struct BMPFields {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func number(at place: Int) throws(InputError) -> UInt32 {
    UInt32(try short(at: place)) | UInt32(try short(at: place + 2)) << 16
  }

  func short(at place: Int) throws(InputError) -> UInt16 {
    guard place + 2 <= bytes.count else { throw InputError(.malformed, .cutOff) }
    return UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
  }

  /// Colours, which the file stores as blue, green, red. Those missing from the file are left out.
  func palette(_ count: Int, entrySize: Int, at start: Int) -> [[UInt8]] {
    (0..<count).compactMap { index in
      let place = start + index * entrySize
      guard place + 3 <= bytes.count else { return nil }
      return [bytes[place + 2], bytes[place + 1], bytes[place]]
    }
  }
}
