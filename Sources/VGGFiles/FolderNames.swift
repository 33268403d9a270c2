/// The names in a folder, in the order of their code points.
package struct FolderNames: Hashable, Sendable {
  package let names: [String]

  /// - Throws: ``UnreadableFile`` if there is no folder at `path`, or it may not be listed.
  package init(of path: String) throws(UnreadableFile) {
    guard let stored = Platform.storedNames(in: path) else {
      throw UnreadableFile(reason: systemError())
    }
    names = stored.map(PathText.text).filter { $0 != "." && $0 != ".." }
      .sorted(by: precedesByCodePoints)
  }
}

/// The order of Python's `sorted` for strings; Swift's own compares letters in a normal form.
///
/// The order of UTF-8's bytes is that of the code points.
package func precedesByCodePoints(_ text: String, _ other: String) -> Bool {
  text.utf8.lexicographicallyPrecedes(other.utf8)
}
