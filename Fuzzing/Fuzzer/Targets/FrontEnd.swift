import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGFiles
import VGGFindings
import VGGGraph
import VGGLessons
import VGGMarkup
import VGGPages
import VGGPhrasebooks
import VGGSpec
import VGGSyntax
import VGGTables

/// Compiles an input: whatever the bytes, the compiler must finish without a trap, every
/// diagnostic must be inside its file, and every renderer, report and emitter must be able to show
/// the result.
func fuzzFrontEnd(_ input: UnsafeBufferPointer<UInt8>) -> CInt {
  let bytes = Array(input)
  let file = SourceFile(name: "fuzz.yaml", bytes: bytes)
  // A configuration that extends or labels by a path sees its own bytes there.
  let reader = SourceReader { path throws(UnreadableFile) in
    guard path.count < 8 else { throw UnreadableFile(reason: "no such file or directory") }
    return SourceReader.Contents(path: path, bytes: bytes)
  }
  let pipeline = CompilerPipeline(reader: reader)
  let compilation = pipeline.compileAll(file)
  for diagnostic in compilation.diagnostics {
    expectInside(diagnostic, compilation.sources)
    expectConfiguration(in: diagnostic, of: file, pipeline)
  }
  render(compilation)
  for model in compilation.models.prefix(4) { report(model, compilation) }
  _ = applyFixIts(of: compilation.diagnostics, to: file, compilation.main)
  return 0
}

private func expectInside(_ diagnostic: Diagnostic, _ sources: SourceMap) {
  let ranges =
    [diagnostic.range] + diagnostic.english.notes.compactMap(\.range)
    + diagnostic.fixIts.map(\.range)
  for range in ranges {
    precondition(
      range.end <= sources[range.source].bytes.count, "\(diagnostic.id) is outside its file")
  }
}

/// The conversion of another tool's text is a configuration, whatever its shapes.
private func expectConfiguration(
  in diagnostic: Diagnostic, of file: SourceFile, _ pipeline: CompilerPipeline
) {
  for fixIt in diagnostic.fixIts {
    guard case .convert(let text) = fixIt.action, fixIt.range.end == file.bytes.count,
      fixIt.range.start == 0
    else { continue }
    let found = pipeline.compileAll(SourceFile(name: file.name, text: text)).diagnostics
    let isConfiguration = found.allSatisfy {
      $0.severity == .warning || type(of: $0.finding).stage == .checking
    }
    precondition(isConfiguration, "the converted text is not a configuration")
  }
}

private func render(_ compilation: Compilation) {
  let report = DiagnosticReport(
    Array(compilation.diagnostics.prefix(20)), in: compilation.sources,
    phrasebook: EnglishFindings())
  let text = TextRenderer().render(report)
  precondition(isPrintable(text), "a control character was printed")
  _ = GitHubRenderer().render([report])
  attempt { _ = try JSONRenderer().render([report]) }
  attempt { _ = try SARIFRenderer(version: Version.current, folder: "/work").render([report]) }
}

private func report(_ model: CheckedModel, _ compilation: Compilation) {
  let summary = SummaryReport([model])
  _ = summary.text(width: 80)
  attempt { _ = try summary.json() }
  _ = Explanation(model).text(width: 80)
  guard case .graph(let graph) = model, graph.layers.count < 200 else { return }
  let provenance = compilation.provenance(of: graph)
  _ = emitSwift([NamedNetwork(graph)], provenance)
  _ = emitPyTorch([NamedNetwork(graph)], provenance)
  _ = printedFeatures(graph)
  _ = try? emitTraining(NamedNetwork(graph), provenance)
  _ = svgDiagram([graph], comment: provenance.sentence)
  _ = dotDiagram([graph], comment: provenance.sentence)
  attempt { _ = try emitJSON(graph, provenance) }
}

/// Checks that everything that the compiler produces can be written as JSON.
private func attempt(_ body: () throws -> Void) {
  do { try body() } catch { preconditionFailure("\(error)") }
}
