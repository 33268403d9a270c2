import VGGDiagnostics
import VGGSyntax

/// What `vggc fmt` would change; nothing while the text is no YAML.
func formattingEdits(of document: OpenDocument) -> [LSP.TextEdit] {
  guard document.file.bytes.count <= SourceFile.maximumSize,
    let text = try? formatted(document.file)
  else { return [] }
  return edits(from: document.positions, to: text)
}
