import VGGRuntime

/// A GIF file, whose first frame is the photo.
///
/// gdk-pixbuf makes transparent pixels black. It gets the file without its transparent colour, so that
/// these pixels have the colour of their index. Pixels outside the frame get Pillow's colour: the
/// transparent one, or otherwise the first.
struct GIFPicture {
  private var bytes: [UInt8]
  private var fill: [UInt8] = [0, 0, 0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count > 13 else { return }
    var place = 13
    let globalColours = Self.colours(bytes[10], from: &place)
    var transparent: Int?
    while place + 10 < bytes.count {
      switch bytes[place] {
      case 0x21:
        if bytes[place + 1] == 0xf9, bytes[place + 2] == 4, bytes[place + 3] & 1 == 1 {
          transparent = Int(bytes[place + 6])
          self.bytes[place + 3] &= ~1
        }
        place += 2
        passBlocks(from: &place)
      case 0x2c:
        let flags = bytes[place + 9]
        place += 10
        let colours = Self.colours(flags, from: &place) ?? globalColours
        fill = colour(transparent ?? 0, in: colours)
        return
      default: return
      }
    }
  }

  func decoded(within bound: PixelBound) throws(InputError) -> PixelImage {
    var picture = try PhotoDecoder(format: .gif, bound: bound, keepsOpacity: true).decode(bytes)
    picture.fillTransparent(with: fill)
    return picture.image
  }

  /// The range of a colour table, which `place` is moved past; `nil` if the flags announce none.
  private static func colours(_ flags: UInt8, from place: inout Int) -> Range<Int>? {
    guard flags & 0x80 != 0 else { return nil }
    let start = place
    place += 3 << (Int(flags & 7) + 1)
    return start..<place
  }

  private func colour(_ index: Int, in colours: Range<Int>?) -> [UInt8] {
    // Without a table, the numbers are grey.
    guard let colours else { return [UInt8](repeating: UInt8(clamping: index), count: 3) }
    let start = colours.lowerBound + 3 * index
    guard start + 3 <= min(colours.upperBound, bytes.count) else { return [0, 0, 0] }
    return Array(bytes[start..<start + 3])
  }

  /// Moves `place` past blocks of data, each of which begins with its length, and past the empty block
  /// after them.
  private func passBlocks(from place: inout Int) {
    while place < bytes.count, bytes[place] != 0 { place += 1 + Int(bytes[place]) }
    place += 1
  }
}
