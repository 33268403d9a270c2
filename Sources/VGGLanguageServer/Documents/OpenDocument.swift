import VGGDiagnostics

/// A text as the client has it, saved or not.
struct OpenDocument: Sendable {
  let uri: String
  /// The file's path; `nil` where it has none yet.
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

  /// Where the files are that the text names.
  var folder: String? { path.map { Self.folder(of: $0) } }

  /// One change after the other, each on what the one before it gave.
  mutating func apply(_ changes: [LSP.ContentChange], version: Int?) {
    for change in changes {
      var bytes = file.bytes
      let replaced = change.range.map { positions.offsets(of: $0) } ?? 0..<bytes.count
      bytes.replaceSubrange(replaced, with: change.text.utf8)
      positions = TextPositions(SourceFile(name: file.name, bytes: bytes), encoding)
    }
    self.version = version ?? self.version
  }

  /// Messages name the file as they would in its own folder.
  private static func name(_ path: String) -> String {
    path.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? path
  }

  /// With the slash at its end.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
