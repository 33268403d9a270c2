/// A file's entry in a zip archive's list (APPNOTE 4.3.12).
struct ZipCentralHeader {
  let name: String
  private let start: Int
  private let flags: UInt16
  private let method: UInt16
  private let compressedSize: Int
  private let size: Int
  private let header: Int

  /// Reads the record at `cursor`.
  init(_ cursor: inout ByteCursor) throws(WeightError) {
    start = cursor.position
    guard try cursor.number(UInt32.self) == 0x0201_4b50 else {
      throw cursor.failure(
        "the zip's central directory has no entry here: the file is damaged", at: start)
    }
    _ = try cursor.run(4)
    flags = try cursor.number(UInt16.self)
    method = try cursor.number(UInt16.self)
    _ = try cursor.run(8)
    let compressed = try cursor.number(UInt32.self)
    let plain = try cursor.number(UInt32.self)
    let lengths = (
      name: Int(try cursor.number(UInt16.self)), extra: Int(try cursor.number(UInt16.self)),
      comment: Int(try cursor.number(UInt16.self))
    )
    _ = try cursor.run(8)
    let offset = try cursor.number(UInt32.self)
    name = try cursor.text(lengths.name)
    let extra = try cursor.run(lengths.extra)
    _ = try cursor.run(lengths.comment)
    var large = try Self.largeFields(in: extra, of: cursor)
    size = try large.value(or: plain)
    compressedSize = try large.value(or: compressed)
    header = try large.value(or: offset)
  }

  /// The file, whose own header must agree, and which must end before `end`.
  func entry(
    in bytes: UnsafeRawBufferPointer, before end: Int, file: String
  ) throws(WeightError) -> ZipEntry {
    func failure(_ reason: String, at offset: Int) -> WeightError {
      WeightError(.malformed, file: file, offset: offset, "\(quoted(name)) in the zip " + reason)
    }
    guard flags & (1 | 1 << 6 | 1 << 13) == 0 else {
      throw failure("is encrypted, which is not supported", at: start)
    }
    guard method == 0 else {
      throw failure(
        "is compressed (\(Self.inWords(method))), but only stored files are supported, as torch.save "
          + "writes them; unpack the archive and store its files without compression",
        at: start)
    }
    guard compressedSize == size else {
      throw failure("is stored, but has two sizes, \(compressedSize) and \(size) bytes", at: start)
    }
    guard header <= end else {
      throw failure("should start at byte \(header), past the files", at: start)
    }
    var cursor = ByteCursor(bytes, in: header..<end, of: "the zip's list of files", file: file)
    guard try cursor.number(UInt32.self) == 0x0403_4b50 else {
      throw failure("has no header here: the file is damaged", at: header)
    }
    _ = try cursor.run(2)
    let (ownFlags, ownMethod) = (try cursor.number(UInt16.self), try cursor.number(UInt16.self))
    _ = try cursor.run(8)
    let ownSizes = (try cursor.number(UInt32.self), try cursor.number(UInt32.self))
    let lengths = (Int(try cursor.number(UInt16.self)), Int(try cursor.number(UInt16.self)))
    let ownName = try cursor.text(lengths.0)
    _ = try cursor.run(lengths.1)
    guard ownName == name else {
      throw failure("is called \(quoted(ownName)) in its own header", at: header)
    }
    guard ownMethod == method, ownFlags & 1 == 0 else {
      throw failure("is stored, but its own header says otherwise", at: header)
    }
    // With the third flag, the sizes are after the content; large sizes are in the extra field.
    let isDeferred = ownFlags & 1 << 3 != 0
    for ownSize in [ownSizes.0, ownSizes.1]
    where !(isDeferred && ownSize == 0) && ownSize != .max && Int(ownSize) != size {
      throw failure("is \(size) bytes, but its own header says \(ownSize)", at: header)
    }
    guard size <= end - cursor.position else {
      throw failure(
        "should be \(size) bytes, but \(end - cursor.position) follow its header", at: header)
    }
    return ZipEntry(name: name, bytes: try cursor.run(size), header: header)
  }

  /// The numbers of the extra field for large files, which do not fit into the record.
  private static func largeFields(
    in extra: Range<Int>, of record: ByteCursor
  ) throws(WeightError) -> LargeFields {
    var cursor = record.part(extra, "the zip entry's extra field")
    while cursor.position < cursor.end {
      let kind = try cursor.number(UInt16.self)
      let field = try cursor.run(Int(try cursor.number(UInt16.self)))
      if kind == 1 {
        return LargeFields(cursor: record.part(field, "the zip entry's field for large files"))
      }
    }
    return LargeFields(cursor: record.part(extra.upperBound..<extra.upperBound, "the zip entry"))
  }

  private struct LargeFields {
    var cursor: ByteCursor

    mutating func value(or short: UInt32) throws(WeightError) -> Int {
      short == .max ? try cursor.count(UInt64.self) : Int(short)
    }
  }

  private static func inWords(_ method: UInt16) -> String {
    switch method {
    case 8: "deflated"
    case 9: "deflate64"
    case 12: "bzip2"
    case 14: "LZMA"
    case 93: "zstd"
    default: "method \(method)"
    }
  }
}
