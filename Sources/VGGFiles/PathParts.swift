/// A path taken apart: the folder, and the name in it.
struct PathParts {
  /// With the slash at its end; `.` where the path has none.
  let folder: String
  /// Empty where the path ends in a slash.
  let name: String

  init(_ path: String) {
    // Bytes, for a mark that combines with a slash makes one character of both.
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      (folder, name) = (".", path)
      return
    }
    let start = path.utf8.index(after: slash)
    folder = String(path.unicodeScalars[..<start])
    name = String(path.unicodeScalars[start...])
  }

  /// The path of a folder without the slashes at its end; those of the root stay one.
  static func withoutEndingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") {
      path.unicodeScalars.removeLast()
    }
    return path
  }
}
