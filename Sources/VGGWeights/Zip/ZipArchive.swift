/// The files of a zip archive, all stored without compression, as PyTorch writes them.
///
/// The list at the archive's end is compared with the headers before the files: names, sizes and
/// places must agree, and no two files may share a byte (PKWARE's APPNOTE.TXT 6.3.10; comments
/// refer to its sections). So the content is never larger than the archive.
package struct ZipArchive {
  /// In the order of the list.
  package let entries: [ZipEntry]
  private let indices: [String: Int]

  /// Reads and checks the list of `file`, which has the content `bytes`.
  package init(_ bytes: UnsafeRawBufferPointer, file: String) throws(WeightError) {
    let directory = try ZipDirectoryEnd(bytes, file: file)
    var cursor = ByteCursor(
      bytes, in: directory.range, of: "the zip's central directory", file: file)
    var entries: [ZipEntry] = []
    var indices: [String: Int] = [:]
    for _ in 0..<directory.count {
      let start = cursor.position
      let record = try ZipCentralHeader(&cursor)
      guard indices.updateValue(entries.count, forKey: record.name) == nil else {
        throw cursor.failure("the zip contains \(quoted(record.name)) twice", at: start)
      }
      entries.append(
        try record.entry(in: bytes, before: directory.range.lowerBound, file: file))
    }
    guard cursor.position == cursor.end else {
      throw cursor.failure(
        "the zip's central directory continues after its \(directory.count) entries")
    }
    self.entries = entries
    self.indices = indices
    try checkOverlap(file: file)
  }

  /// The file called `name`.
  package subscript(name: String) -> ZipEntry? {
    indices[name].map { entries[$0] }
  }

  private func checkOverlap(file: String) throws(WeightError) {
    let order = entries.sorted { $0.header < $1.header }
    for (previous, next) in zip(order, order.dropFirst())
    where next.header < previous.bytes.upperBound {
      throw WeightError(
        .malformed, file: file, offset: next.header,
        "\(quoted(previous.name)) and \(quoted(next.name)) overlap in the zip")
    }
  }
}

/// A file in a zip archive, stored without compression.
package struct ZipEntry {
  package let name: String
  /// The range of its content, in bytes from the archive's start.
  package let bytes: Range<Int>
  /// The start of the file's header, before the content.
  let header: Int
}
