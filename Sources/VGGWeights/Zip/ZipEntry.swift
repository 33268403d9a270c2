/// A file in a zip archive, stored as it is.
struct ZipEntry {
  let name: String
  /// Where its content lies, in bytes from the archive's start.
  let bytes: Range<Int>
  /// Where its own header starts.
  let header: Int
}
