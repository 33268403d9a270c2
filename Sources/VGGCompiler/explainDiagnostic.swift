import VGGDiagnostics
import VGGFiles
import VGGReports
import VGGSpec

/// What `vggc explain ID` prints for a diagnostic's name.
package func explainDiagnostic(_ id: DiagnosticID, width: Int, style: TerminalStyle) -> String {
  DiagnosticCatalogue.explain(
    id, message: exampleMessage(of: id, width: width, style: style), width: width, style: style)
}

/// `Docs/Diagnostics.md`.
package func diagnosticsPage() -> String {
  DiagnosticCatalogue.page { exampleMessage(of: $0, width: 100, style: .plain) }
}

/// What checking a diagnostic's example reports; `nil` for what takes a file of weights to see.
private func exampleMessage(of id: DiagnosticID, width: Int, style: TerminalStyle) -> String? {
  let entry = DiagnosticCatalogue.entry(for: id)
  let file = SourceFile(name: entry.fileName, text: entry.example)
  // The examples stand by themselves: no file beside them is there.
  let reader = SourceReader { _ throws(UnreadableFile) in
    throw UnreadableFile(reason: "no such file or directory")
  }
  guard let compilation = try? CompilerPipeline(reader: reader).compile(file),
    !compilation.diagnostics.isEmpty
  else { return nil }
  let report = DiagnosticReport(
    sources: compilation.sources, diagnostics: compilation.diagnostics)
  return TextRenderer(style: style, width: max(width, 48) - 8).render(report)
}
