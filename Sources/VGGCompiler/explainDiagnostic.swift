import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGReports
import VGGSpec
import VGGWeightFit
import VGGWeights

/// What `vggc explain ID` prints for a diagnostic's name.
package func explainDiagnostic(_ id: DiagnosticID, width: Int, style: TerminalStyle) -> String {
  let report = exampleReport(of: DiagnosticCatalogue.entry(for: id))
  let message = TextRenderer(style: style, width: max(width, 48) - 8).render(report)
  return DiagnosticCatalogue.explain(id, message: message, width: width, style: style)
}

/// `Docs/Diagnostics.md`.
package func diagnosticsPage() -> String {
  DiagnosticCatalogue.page { entry in
    TextRenderer(width: 92).render(exampleReport(of: entry))
  }
}

/// What checking an entry's example reports, by its command.
func exampleReport(of entry: DiagnosticEntry) -> DiagnosticReport {
  // The examples stand by themselves: no file beside them is there.
  let reader = SourceReader { _ throws(UnreadableFile) in
    throw UnreadableFile(reason: "no such file or directory")
  }
  let pipeline = CompilerPipeline(reader: reader)
  let compilation = pipeline.compileAll(SourceFile(name: entry.fileName, text: entry.example))
  var diagnostics = compilation.diagnostics
  if entry.id == .weightsMismatch {
    // The weights were saved from the network as it is once mended.
    let saved = pipeline.compileAll(SourceFile(name: entry.fileName, text: entry.repaired))
    let tensors = saved.graphs.flatMap(\.stateTensors)
      .map { TensorDescription(name: $0.name, shape: $0.shape) }
    diagnostics += compilation.graphs.compactMap {
      checkWeights(tensors, of: "old.safetensors", fit: $0)
    }
  }
  if entry.id == .dataMismatch {
    diagnostics += compilation.graphs.compactMap {
      checkClasses(["cat", "dog", "horse", "rabbit"], of: "photos", fit: $0)
    }
  }
  return DiagnosticReport(diagnostics, in: compilation.sources)
}
