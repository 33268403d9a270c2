import VGGRuntime

/// A BMP file.
///
/// Decoded here because gdk-pixbuf takes a file with a gap after the palette for truncated, and decodes
/// 16-bit colours differently. The numbers are Pillow's: samples of fewer than eight bits are multiplied by
/// 255 and divided by their largest value, rounded down.
struct BMPPicture {
  private let bytes: [UInt8]
  private let header: BMPHeader

  init(_ bytes: [UInt8]) throws(InputError) {
    self.bytes = bytes
    header = try BMPHeader(bytes)
  }

  func image(within bound: PixelBound) throws(InputError) -> PixelImage {
    let (width, height) = (header.width, header.height)
    if let refusal = bound.refusal(width: width, height: height) {
      throw InputError(.malformed, refusal)
    }
    let samples: [UInt8]
    switch header.compression {
    case .runs8, .runs4: samples = try runs()
    case .none, .masks, .masksWithOpacity: samples = try rows()
    }
    return PixelImage(width: width, height: height, channels: 3, checked: samples)
  }

  // MARK: - Rows

  private func rows() throws(InputError) -> [UInt8] {
    let (width, height) = (header.width, header.height)
    let bits = width * header.bitsPerPixel
    // Every row begins at a multiple of four bytes; the last one needs no padding.
    let stride = (bits + 31) / 32 * 4
    let needed = stride * (height - 1) + (bits + 7) / 8
    guard header.offset <= bytes.count, needed <= bytes.count - header.offset else {
      throw InputError(.malformed, .cutOff)
    }
    let tables = header.masks.map(MaskedSample.init)
    return filled { row, x in colour(of: x, inRowAt: header.offset + row * stride, tables) }
  }

  /// The samples of all pixels.
  ///
  /// - Parameter colour: The colour of pixel `x` of a row; rows are counted in the order of the file.
  private func filled(_ colour: (_ row: Int, _ x: Int) -> (UInt8, UInt8, UInt8)) -> [UInt8] {
    let (width, height) = (header.width, header.height)
    return [UInt8](unsafeUninitializedCapacity: width * height * 3) { samples, initialized in
      for row in 0..<height {
        let stored = header.isTopDown ? row : height - 1 - row
        for x in 0..<width {
          let target = 3 * (row * width + x)
          (samples[target], samples[target + 1], samples[target + 2]) = colour(stored, x)
        }
      }
      initialized = width * height * 3
    }
  }

  private func colour(
    of x: Int, inRowAt start: Int, _ masked: [MaskedSample]
  ) -> (UInt8, UInt8, UInt8) {
    switch header.bitsPerPixel {
    case 24:
      let place = start + 3 * x
      return (bytes[place + 2], bytes[place + 1], bytes[place])
    case 16, 32:
      let size = header.bitsPerPixel / 8
      let place = start + size * x
      var pixel = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
      if size == 4 { pixel |= UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24 }
      return (masked[0].value(pixel), masked[1].value(pixel), masked[2].value(pixel))
    default:
      let perByte = 8 / header.bitsPerPixel
      let shift = 8 - header.bitsPerPixel * (x % perByte + 1)
      let index = Int(bytes[start + x / perByte]) >> shift & (1 << header.bitsPerPixel - 1)
      return colour(ofIndex: index)
    }
  }

  private func colour(ofIndex index: Int) -> (UInt8, UInt8, UInt8) {
    guard index < header.palette.count else { return (0, 0, 0) }
    let colour = header.palette[index]
    return (colour[0], colour[1], colour[2])
  }

  // MARK: - Runs

  /// Pixels that no run reaches have the palette's first colour.
  private func runs() throws(InputError) -> [UInt8] {
    var decoder = BMPRuns(
      bytes, from: header.offset, isOfFourBits: header.compression == .runs4, width: header.width,
      height: header.height)
    let indices = try decoder.indices()
    return filled { row, x in colour(ofIndex: Int(indices[row * header.width + x])) }
  }
}

/// The part of a pixel for one colour.
private struct MaskedSample {
  private let mask: UInt32
  private let shift: Int
  private let largest: UInt32

  init(_ mask: UInt32) {
    self.mask = mask
    shift = mask.trailingZeroBitCount
    largest = mask >> UInt32(shift)
  }

  func value(_ pixel: UInt32) -> UInt8 {
    let value = (pixel & mask) >> UInt32(shift)
    return largest == 255
      ? UInt8(value) : UInt8(truncatingIfNeeded: UInt64(value) * 255 / UInt64(largest))
  }
}
