/// The names of unfinished files and folders: `.NAME.vggc-` and six characters, next to NAME.
///
/// A name that would become too long for the file system is cut to its beginning.
struct TemporaryName {
  private let stem: String

  private static let mark = ".vggc-"
  private static let randomLength = 6
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")

  /// - Parameters:
  ///   - name: the final name.
  ///   - longest: the most bytes that a name may have.
  init(for name: String, longest: Int) {
    let room = longest - 1 - Self.mark.utf8.count - Self.randomLength
    var scalars = name.unicodeScalars[...]
    var length = PathText.bytes(of: name).count
    while length > room, let last = scalars.popLast() {
      length -= PathText.bytes(of: String(last)).count
    }
    stem = ".\(String(scalars))\(Self.mark)"
  }

  func random() -> String {
    stem + String((0..<Self.randomLength).compactMap { _ in Self.letters.randomElement() })
  }

  /// Whether it is a temporary name for the same final name.
  func fits(_ name: String) -> Bool {
    let (name, stem) = (Array(name.utf8), Array(stem.utf8))
    return name.count == stem.count + Self.randomLength && name.starts(with: stem)
  }
}
