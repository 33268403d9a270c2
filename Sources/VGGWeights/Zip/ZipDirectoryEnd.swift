/// The location of a zip archive's list of files, from the records at its end (APPNOTE 4.3.14 to
/// 4.3.16).
struct ZipDirectoryEnd {
  /// The number of files in the list.
  let count: Int
  /// The list, in bytes from the archive's start.
  let range: Range<Int>

  private static let size = 22
  private static let longestComment = 0xffff

  init(_ bytes: UnsafeRawBufferPointer, file: String) throws(WeightError) {
    let start = try Self.find(in: bytes, file: file)
    var cursor = ByteCursor(
      bytes, in: start + 4..<bytes.count, of: "the zip's end record", file: file)
    let disks = (try cursor.number(UInt16.self), try cursor.number(UInt16.self))
    let counts = (try cursor.number(UInt16.self), try cursor.number(UInt16.self))
    let size = try cursor.number(UInt32.self)
    let offset = try cursor.number(UInt32.self)
    if let large = try Self.large(bytes, before: start, file: file) {
      self = large
      return
    }
    guard disks == (0, 0), counts.0 == counts.1 else {
      throw cursor.failure("the zip is one part of several", at: start)
    }
    try self.init(
      count: Int(counts.0), offset: Int(offset), size: Int(size), recordAt: start, file: file)
  }

  /// - Throws: `WeightError` if the list does not end where the record at `record` starts.
  private init(
    count: Int, offset: Int, size: Int, recordAt record: Int, file: String
  ) throws(WeightError) {
    let (end, overflow) = offset.addingReportingOverflow(size)
    guard !overflow, end == record else {
      throw WeightError(
        .malformed, file: file, offset: record,
        "the zip's central directory should end here, but its record states \(size) bytes from "
          + "byte \(offset): the file is damaged")
    }
    // The shortest entry has 46 bytes.
    guard count <= size / 46 else {
      throw WeightError(
        .malformed, file: file, offset: record,
        "the zip's central directory of \(size) bytes cannot have \(count) entries")
    }
    self.count = count
    range = offset..<end
  }

  /// The start of the end record; only a comment may follow it.
  private static func find(
    in bytes: UnsafeRawBufferPointer, file: String
  ) throws(WeightError) -> Int {
    let last = bytes.count - size
    for start in stride(from: last, through: max(0, last - longestComment), by: -1)
    where bytes[start...].starts(with: [0x50, 0x4b, 0x05, 0x06]) {
      let comment = bytes.loadUnaligned(fromByteOffset: start + 20, as: UInt16.self)
      if start + size + Int(UInt16(littleEndian: comment)) == bytes.count { return start }
    }
    throw WeightError(.malformed, file: file, offset: bytes.count, .shortZip)
  }

  /// The content of the record for large archives, if there is one before the end record at
  /// `start`.
  private static func large(
    _ bytes: UnsafeRawBufferPointer, before start: Int, file: String
  ) throws(WeightError) -> Self? {
    let locator = start - 20
    guard locator >= 0, bytes[locator...].starts(with: [0x50, 0x4b, 0x06, 0x07]) else { return nil }
    var pointer = ByteCursor(bytes, in: locator + 4..<start, of: "the zip64 locator", file: file)
    _ = try pointer.number(UInt32.self)
    let record = try pointer.count(UInt64.self)
    guard record <= locator - 56, bytes[record...].starts(with: [0x50, 0x4b, 0x06, 0x06]) else {
      throw pointer.failure("there is no zip64 end record at byte \(record)", at: locator)
    }
    var cursor = ByteCursor(
      bytes, in: record + 4..<locator, of: "the zip64 end record", file: file)
    let length = try cursor.count(UInt64.self)
    guard length == locator - record - 12 else {
      throw cursor.failure(
        "the zip64 end record should have \(length) bytes, but has \(locator - record - 12)",
        at: record)
    }
    // Skips the versions and the disk numbers, which have only one possible value in a single file.
    _ = try cursor.run(12)
    let counts = (try cursor.count(UInt64.self), try cursor.count(UInt64.self))
    let size = try cursor.count(UInt64.self)
    let offset = try cursor.count(UInt64.self)
    guard counts.0 == counts.1 else {
      throw cursor.failure("the zip is one part of several", at: record)
    }
    return try Self(
      count: counts.0, offset: offset, size: size, recordAt: record, file: file)
  }
}
