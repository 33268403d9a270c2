/// The files that one compilation has read: the configuration itself and those that it extends.
package struct SourceMap: Sendable {
  private var files: [SourceFile] = []

  package init() {}

  package mutating func add(_ file: SourceFile) -> SourceID {
    files.append(file)
    return SourceID(index: UInt32(files.count - 1))
  }

  /// The file that was compiled; the others are those that it names.
  package var main: SourceID { SourceID(index: 0) }

  package subscript(id: SourceID) -> SourceFile {
    files[Int(id.index)]
  }

  package func name(of range: SourceRange) -> String {
    self[range.source].name
  }

  package func start(of range: SourceRange) -> SourceLocation {
    self[range.source].location(at: range.start)
  }

  package func end(of range: SourceRange) -> SourceLocation {
    self[range.source].location(at: range.end)
  }

  /// The start of a place, as in messages: `photos.yaml:6:18`; an option's name for a place in its value.
  package func place(of range: SourceRange) -> String {
    if self[range.source].isArgument { return name(of: range) }
    let start = start(of: range)
    return "\(name(of: range)):\(start.line):\(start.column)"
  }

  package func text(of range: SourceRange) -> String {
    self[range.source].text(range.start..<range.end)
  }
}
