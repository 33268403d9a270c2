import VGGDiagnostics
import VGGSyntax

/// The place in a section where further keys go.
struct SectionEnd {
  let edit: TextEdit

  /// - Parameter names: The keys that are to be written; `nil` if the section has one of them, or is not a
  ///   mapping that is written plainly.
  init?(
    _ section: SyntaxEntry, _ parts: [String], by editor: LineEditor, besides names: Set<String>
  ) {
    let (file, range) = (editor.file, section.value.range)
    switch section.value.content {
    case .scalar where range.isEmpty:
      let rest = file.bytes[section.key.range.end...]
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      edit = TextEdit((colon + 1)..<(colon + 1), " {\(parts.joined(separator: ", "))}")
    case .mapping(let entries):
      guard let first = entries.first, !entries.contains(where: { names.contains($0.key.value) })
      else { return nil }
      if file.bytes[range.start] == UInt8(ascii: "{") {
        let text = file.text(range.start..<range.end)
        guard text.hasSuffix("}"), !text.contains("#"), !text.contains("\n") else { return nil }
        let end = entries.last.map(\.value.range.end) ?? range.end - 1
        edit = TextEdit(end..<end, parts.map { ", \($0)" }.joined())
      } else {
        let indent = editor.indent(at: first.key.range.start)
        guard indent.allSatisfy({ $0 == " " }) else { return nil }
        let end = editor.endOfLine(at: range.end)
        edit = TextEdit(end..<end, parts.map { "\n\(indent)\($0)" }.joined())
      }
    case .scalar, .sequence, .reported: return nil
    }
  }
}
