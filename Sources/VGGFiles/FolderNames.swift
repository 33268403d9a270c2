#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The names in a folder, in the order of their code points.
package struct FolderNames: Hashable, Sendable {
  package let names: [String]
  /// How many names are not UTF-8, and so not among them.
  package let undecodable: Int

  /// - Throws: ``UnreadableFile`` where there is no folder at `path`, or nobody may look into it.
  package init(of path: String) throws(UnreadableFile) {
    guard let folder = opendir(path) else { throw UnreadableFile(reason: systemError()) }
    defer { closedir(folder) }
    var (names, undecodable): ([String], Int) = ([], 0)
    while let entry = readdir(folder) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      let bytes = UnsafeBufferPointer(start: start, count: strlen(start)).map(
        UInt8.init(bitPattern:))
      guard let name = String(validating: bytes, as: UTF8.self) else {
        undecodable += 1
        continue
      }
      if name != ".", name != ".." { names.append(name) }
    }
    self.names = names.sorted(by: precedesByCodePoints)
    self.undecodable = undecodable
  }
}

/// The order that Python's `sorted` gives strings; Swift's own compares letters in a normal form.
///
/// The order of UTF-8's bytes is that of the code points.
package func precedesByCodePoints(_ text: String, _ other: String) -> Bool {
  text.utf8.lexicographicallyPrecedes(other.utf8)
}
