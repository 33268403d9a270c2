import VGGDiagnostics
import VGGSyntax

/// The edits that `vggc fmt` would make; empty while the text is not valid YAML.
func formattingEdits(of document: OpenDocument) -> [LSP.TextEdit] {
  guard document.file.bytes.count <= SourceFile.maximumSize,
    let text = try? formatted(document.file)
  else { return [] }
  return edits(from: document.positions, to: text)
}
