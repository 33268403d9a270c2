/// The orientation in the `EXIF` chunk of a WebP file; `nil` if there isn't one.
func webPOrientation(_ bytes: [UInt8]) -> Int? {
  var chunk = 12
  while chunk + 8 <= bytes.count {
    let length = bytes[chunk + 4..<chunk + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    if bytes[chunk..<chunk + 4].elementsEqual("EXIF".utf8) {
      return exifOrientation(bytes[chunk + 8..<min(chunk + 8 + length, bytes.count)])
    }
    chunk += 8 + length + length % 2
  }
  return nil
}
