import VGGFiles

/// The address of a file in a SARIF log: relative to the folder in which vggc runs if the file is in it, which
/// code-scanning services take as the repository's root.
struct ArtifactAddress: Encodable, Equatable {
  /// The name of the folder in the log.
  static let base = "%SRCROOT%"

  let uri: String
  /// `nil` for an address that is not relative, and for standard input.
  let uriBaseId: String?

  /// - Parameters:
  ///   - name: The file's name, as the user gave it.
  ///   - folder: The absolute path of the folder in which vggc runs.
  init(of name: String, from folder: String) {
    guard name != SourceFile.standardInput else {
      (uri, uriBaseId) = (Self.percentEncoded([Array(name.utf8)]), nil)
      return
    }
    let root = Self.resolved(PathText.bytes(of: folder), from: [])
    let path = Self.resolved(PathText.bytes(of: name), from: root)
    if path.count > root.count, path.starts(with: root) {
      (uri, uriBaseId) = (Self.percentEncoded(path.dropFirst(root.count)), Self.base)
    } else {
      (uri, uriBaseId) = ("file:///" + Self.percentEncoded(path[...]), nil)
    }
  }

  /// The names on the way from the file system's root to `path`, which is relative to `folder` unless it begins with a
  /// slash; without `.` and `..`.
  private static func resolved(_ path: [UInt8], from folder: [[UInt8]]) -> [[UInt8]] {
    let slash = UInt8(ascii: "/")
    var names = path.first == slash ? [] : folder
    for name in path.split(separator: slash) where !name.elementsEqual(".".utf8) {
      if name.elementsEqual("..".utf8) {
        _ = names.popLast()
      } else {
        names.append(Array(name))
      }
    }
    return names
  }

  /// Names as a URI reference (RFC 3986): all characters except unreserved ones are percent-encoded.
  private static func percentEncoded(_ names: some Sequence<[UInt8]>) -> String {
    names.map { name in
      name.map { byte in
        let character = Character(Unicode.Scalar(byte))
        if character.isASCII, character.isLetter || character.isNumber || "-._~".contains(character)
        {
          return String(character)
        }
        let hex = String(byte, radix: 16, uppercase: true)
        return "%" + (hex.count < 2 ? "0" + hex : hex)
      }.joined()
    }.joined(separator: "/")
  }
}
