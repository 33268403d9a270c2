import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The edit that writes keys under the section that they belong to.
struct SectionMove {
  let move: UnknownKey.Move

  /// - Parameters:
  ///   - astray: The entries, by the names that they have in the section.
  ///   - section: The section's entry, if there is one.
  /// - Returns: `nil` if the edit would not be plain: values over several lines, a comment in between, a
  ///   key that the section already has.
  init?(
    _ astray: [SyntaxEntry], under name: String, _ section: SyntaxEntry?, in file: SourceFile
  ) {
    guard let source = astray.first?.key.range.source else { return nil }
    let editor = LineEditor(file: file, source: source)
    guard astray.allSatisfy({ $0.key.range.source == source && editor.isWholeLine($0.range) })
    else { return nil }
    let parts = astray.map { entry in
      "\(entry.key.value): \(file.text(entry.value.range.start..<entry.value.range.end))"
    }
    guard let section else {
      self.init(parts, of: astray, under: name, editor)
      return
    }
    guard section.key.range.source == source, section.value.range.source == source,
      let place = SectionEnd(section, parts, by: editor, besides: Set(astray.map(\.key.value)))
    else { return nil }
    let removed = astray.map { TextEdit(editor.lines(of: $0.range), "") }
    guard removed.allSatisfy({ !$0.range.contains(place.edit.range.lowerBound) }) else {
      return nil
    }
    self.init(removed + [place.edit], editor)
  }

  /// Replaces the entries, which are on consecutive lines.
  private init?(
    _ parts: [String], of astray: [SyntaxEntry], under name: String, _ editor: LineEditor
  ) {
    guard let first = astray.first, let last = astray.last,
      editor.lineCount(first.key.range.start..<last.value.range.end) == astray.count
    else { return nil }
    let range = first.key.range.start..<last.value.range.end
    self.init([TextEdit(range, "\(name): {\(parts.joined(separator: ", "))}")], editor)
  }

  /// Combines several edits into one, from the first to the last.
  private init?(_ edits: [TextEdit], _ editor: LineEditor) {
    let edits = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let first = edits.first else { return nil }
    var text = ""
    var position = first.range.lowerBound
    for edit in edits {
      guard edit.range.lowerBound >= position else { return nil }
      text += editor.file.text(position..<edit.range.lowerBound) + edit.replacement
      position = edit.range.upperBound
    }
    move = UnknownKey.Move(
      at: SourceRange(source: editor.source, start: first.range.lowerBound, end: position), text)
  }
}
