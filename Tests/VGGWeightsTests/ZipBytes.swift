import VGGTestSupport

/// A zip archive of stored files; a test may change each of its numbers.
struct ZipBytes {
  struct Entry {
    var name: String
    var content: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var localName: String?
    var localMethod: UInt16?
    var localSize: UInt32?
    var size: UInt32?
    var compressedSize: UInt32?
    /// The stated offset of its header.
    var offset: UInt32?
    var extra: [UInt8] = []

    init(_ name: String, _ content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  var entries: [Entry]
  var count: UInt16?
  var directorySize: UInt32?
  var comment: [UInt8] = []

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The offset of each entry's local header.
  var offsets: [UInt32] {
    entries.reduce(into: [0]) { offsets, entry in
      let name = entry.localName ?? entry.name
      offsets.append(
        offsets[offsets.count - 1] + UInt32(30 + name.utf8.count + entry.content.count))
    }.dropLast()
  }

  var bytes: [UInt8] {
    var (files, directory): ([UInt8], [UInt8]) = ([], [])
    for entry in entries {
      let offset = UInt32(files.count)
      let size = UInt32(entry.content.count)
      let localName = entry.localName ?? entry.name
      files += [0x50, 0x4b, 3, 4] + littleEndian(UInt16(20)) + littleEndian(entry.flags)
      files += littleEndian(entry.localMethod ?? entry.method) + [UInt8](repeating: 0, count: 8)
      files += littleEndian(entry.localSize ?? size) + littleEndian(entry.localSize ?? size)
      files += littleEndian(UInt16(localName.utf8.count)) + [0, 0] + Array(localName.utf8)
      files += entry.content
      directory += [0x50, 0x4b, 1, 2] + littleEndian(UInt32(20)) + littleEndian(entry.flags)
      directory += littleEndian(entry.method) + [UInt8](repeating: 0, count: 8)
      directory += littleEndian(entry.compressedSize ?? size) + littleEndian(entry.size ?? size)
      directory += littleEndian(UInt16(entry.name.utf8.count))
      directory += littleEndian(UInt16(entry.extra.count)) + [UInt8](repeating: 0, count: 10)
      directory += littleEndian(entry.offset ?? offset) + Array(entry.name.utf8) + entry.extra
    }
    let count = count ?? UInt16(entries.count)
    let end =
      [0x50, 0x4b, 5, 6, 0, 0, 0, 0] + littleEndian(count) + littleEndian(count)
      + littleEndian(directorySize ?? UInt32(directory.count)) + littleEndian(UInt32(files.count))
      + littleEndian(UInt16(comment.count)) + comment
    return files + directory + end
  }
}

/// A file of torch.save as a zip, with one storage of these values.
func archive(_ object: [UInt8], storage: [Float] = []) -> ZipBytes {
  ZipBytes([
    .init("net/data.pkl", PickleBytes.proto + object + PickleBytes.stop),
    .init("net/byteorder", Array("little".utf8)),
    .init("net/data/0", littleEndian(storage)),
  ])
}
