/// A path, split into the folder and the name in it.
struct PathParts {
  /// The folder, with a slash at its end; `.` if the path has none.
  let folder: String
  /// The name; empty if the path ends in a slash.
  let name: String

  init(_ path: String) {
    // Compares bytes, because a combining mark after a slash forms one character with it.
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      (folder, name) = (".", path)
      return
    }
    let start = path.utf8.index(after: slash)
    folder = String(path.unicodeScalars[..<start])
    name = String(path.unicodeScalars[start...])
  }

  /// The path of a folder without the slashes at its end; the root keeps one.
  static func withoutEndingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") {
      path.unicodeScalars.removeLast()
    }
    return path
  }
}
