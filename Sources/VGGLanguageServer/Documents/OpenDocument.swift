import VGGDiagnostics

/// A document's text as the client has it, saved or not.
struct OpenDocument: Sendable {
  let uri: String
  /// The file's path; `nil` if it doesn't have one yet.
  let path: String?
  private(set) var version: Int?
  private(set) var positions: TextPositions
  let encoding: PositionEncoding

  init(uri: String, version: Int?, text: String, encoding: PositionEncoding) {
    self.uri = uri
    self.version = version
    self.encoding = encoding
    path = DocumentURI.path(of: uri)
    let file = SourceFile(name: Self.name(path ?? uri), text: text)
    positions = TextPositions(file, encoding)
  }

  var file: SourceFile { positions.file }

  /// The folder of the files that the text names.
  var folder: String? { path.map { Self.folder(of: $0) } }

  /// Applies the changes in order, each to the result of the previous one.
  mutating func apply(_ changes: [LSP.ContentChange], version: Int?) {
    for change in changes {
      var bytes = file.bytes
      let replaced = change.range.map { positions.offsets(of: $0) } ?? 0..<bytes.count
      bytes.replaceSubrange(replaced, with: change.text.utf8)
      positions = TextPositions(SourceFile(name: file.name, bytes: bytes), encoding)
    }
    self.version = version ?? self.version
  }

  /// The file's name in messages: the last component of its path.
  private static func name(_ path: String) -> String {
    path.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? path
  }

  /// The folder of a path, with a trailing slash.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
