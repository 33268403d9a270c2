/// The names of what is not finished yet: `.NAME.vggc-` and six characters, beside NAME.
///
/// Of a name that would become too long for the file system only the start is taken.
struct TemporaryName {
  private let stem: String

  private static let mark = ".vggc-"
  private static let randomLength = 6
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")

  /// - Parameters:
  ///   - name: that of what it is to become.
  ///   - longest: how many bytes a name may have.
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

  /// Whether it is the name of something that was to become the same.
  func fits(_ name: String) -> Bool {
    let (name, stem) = (Array(name.utf8), Array(stem.utf8))
    return name.count == stem.count + Self.randomLength && name.starts(with: stem)
  }
}
