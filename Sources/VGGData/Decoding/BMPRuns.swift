import VGGRuntime

/// Run-length-encoded palette indices: a count and a byte of one index, or of two that alternate; 0 and a
/// count before literal indices; 0 and 0, 1 or 2 for the end of a row, the end of the picture, or a jump.
struct BMPRuns {
  private let bytes: [UInt8]
  private var place: Int
  private let isOfFourBits: Bool
  private let width: Int
  private var result: [UInt8]
  /// The next pixel, with rows in the order of the file.
  private var next = 0
  private var column = 0

  init(_ bytes: [UInt8], from start: Int, isOfFourBits: Bool, width: Int, height: Int) {
    self.bytes = bytes
    self.place = start
    self.isOfFourBits = isOfFourBits
    self.width = width
    result = [UInt8](repeating: 0, count: width * height)
  }

  /// One index for each pixel, row by row in the order of the file.
  mutating func indices() throws(InputError) -> [UInt8] {
    while next < result.count {
      let (count, value) = (Int(try byte()), try byte())
      switch (count, value) {
      case (0, 0):
        if next % width != 0 { next += width - next % width }
        column = 0
      case (0, 1): return result
      case (0, 2):
        next += Int(try byte()) + Int(try byte()) * width
        column = next % width
      case (0, let count): try take(Int(count))
      case (let count, let value):
        // Indices past the end of a row are left out.
        let fitting = max(0, min(count, width - column))
        for index in 0..<fitting { put(nibble(index, of: value)) }
        column += fitting
      }
    }
    return result
  }

  /// Reads literal indices, padded to a whole number of byte pairs.
  private mutating func take(_ count: Int) throws(InputError) {
    let size = isOfFourBits ? (count + 1) / 2 : count
    guard place + size <= bytes.count else { throw InputError(.malformed, .cutOff) }
    for index in 0..<count {
      put(nibble(index, of: bytes[place + (isOfFourBits ? index / 2 : index)]))
    }
    place += size + size % 2
    column += count
  }

  private func nibble(_ index: Int, of value: UInt8) -> UInt8 {
    guard isOfFourBits else { return value }
    return index.isMultiple(of: 2) ? value >> 4 : value & 15
  }

  private mutating func put(_ index: UInt8) {
    if next < result.count { result[next] = index }
    next += 1
  }

  private mutating func byte() throws(InputError) -> UInt8 {
    guard place < bytes.count else { throw InputError(.malformed, .cutOff) }
    place += 1
    return bytes[place - 1]
  }
}
