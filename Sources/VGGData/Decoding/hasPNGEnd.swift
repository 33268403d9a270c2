/// Whether the chunks of a PNG file reach its end chunk, `IEND`.
///
/// gdk-pixbuf leaves the rows of a file that is cut off as they are, and says nothing.
func hasPNGEnd(_ bytes: [UInt8]) -> Bool {
  var chunk = 8
  while chunk + 8 <= bytes.count {
    if bytes[chunk + 4..<chunk + 8].elementsEqual("IEND".utf8) { return true }
    let length = bytes[chunk..<chunk + 4].reduce(0) { $0 << 8 | Int($1) }
    chunk += 12 + length
  }
  return false
}
