import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGPhrasebooks
import VGGSpec
import VGGWeightFit
import VGGWeights

/// The output of `vggc explain ID` for a diagnostic's name.
package func explainDiagnostic(
  _ id: DiagnosticID, width: Int, style: TerminalStyle, in language: Language = .english
) -> String {
  let renderer = TextRenderer(style: style, width: max(width, 48) - 8)
  return id.explained(
    message: renderer.render(exampleReport(of: id, in: language)), width: width, style: style,
    in: language.findings)
}

/// `Docs/Diagnostics.md`.
package func diagnosticsPage() -> String {
  DiagnosticsPage.text { TextRenderer(width: 92).render(exampleReport(of: $0)) }
}

/// The report of the command of an id's example.
func exampleReport(
  of id: DiagnosticID, in language: Language = .english
) -> DiagnosticReport {
  let example = id.example
  // The examples are self-contained: no other files are next to them.
  let reader = SourceReader { _ throws(UnreadableFile) in
    throw UnreadableFile(reason: "no such file or directory")
  }
  let pipeline = CompilerPipeline(reader: reader)
  let compilation = pipeline.compileAll(SourceFile(name: id.fileName, text: example.text))
  let found: [Diagnostic] =
    switch example.companion {
    case nil: []
    case .weights(let name):
      pipeline.compileAll(SourceFile(name: id.fileName, text: example.repaired))
        .weightMismatches(of: compilation, in: name)
    case .photos(let folder, let classes):
      compilation.graphs.compactMap { checkClasses(classes, of: folder, fit: $0) }
    }
  return DiagnosticReport(
    compilation.diagnostics + found, in: compilation.sources, phrasebook: language.findings)
}

extension Compilation {
  /// The reasons that this compilation's weights, saved in a file of this name, don't fit `other`.
  fileprivate func weightMismatches(of other: Compilation, in file: String) -> [Diagnostic] {
    let tensors = graphs.flatMap(\.tensorDescriptions)
    return other.graphs.compactMap { checkWeights(tensors, of: file, fit: $0) }
  }
}
