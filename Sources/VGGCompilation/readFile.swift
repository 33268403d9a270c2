import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGImport
import VGGSlips
import VGGSpec
import VGGSyntax

/// A file's models, and the diagnostics of the file as a whole.
struct ReadFile {
  let models: [ResolvedModel]
  let diagnostics: [Diagnostic]
}

/// Parses and resolves a file.
///
/// After an error, it checks whether the text is another tool's, which is then the only finding,
/// or has typos, which it repairs before it reads the text again.
func readFile(_ source: SourceID, in sources: inout SourceMap, reader: SourceReader) -> ReadFile {
  var first = sources
  let parsed = parseYAML(source, in: sources)
  let resolved = resolve(parsed.root, of: source, in: &first, reader: reader)
  let diagnostics = parsed.diagnostics + resolved.diagnostics
  let all = diagnostics + resolved.models.flatMap(\.diagnostics)
  guard all.contains(where: { $0.severity == .error && $0.range.source == source }) else {
    sources = first
    return ReadFile(models: resolved.models, diagnostics: diagnostics)
  }
  if let text = recognizeText(source, in: sources, root: parsed.root) {
    return ReadFile(models: [], diagnostics: [Diagnostic(text, of: source, in: sources)])
  }
  let slips = findSlips(source, in: sources)
  guard !slips.diagnostics.isEmpty else {
    sources = first
    return ReadFile(models: resolved.models, diagnostics: diagnostics)
  }
  guard let root = parseYAML(source, in: sources, mendedBy: slips.edits) else {
    return ReadFile(models: [], diagnostics: slips.diagnostics)
  }
  let mended = resolve(root, of: source, in: &sources, reader: reader)
  return ReadFile(models: mended.models, diagnostics: slips.diagnostics + mended.diagnostics)
}

extension Diagnostic {
  /// The finding about another tool's text.
  fileprivate init(_ text: RecognizedText, of source: SourceID, in sources: SourceMap) {
    let file = sources[source]
    let whole = SourceRange(source: source, start: 0, end: file.bytes.count)
    let reading: ForeignReading =
      switch text.content {
      case .named: .named
      case .obstructed(let obstacles): .obstructed(obstacles)
      case .models(let models):
        .understood(
          ForeignConfiguration(
            text: text.value == nil
              ? configurationText(of: models) : models.map(featuresText).joined(),
            unsaid: text.value == nil ? models.first?.unsaid ?? [] : [],
            differences: models.first?.differences ?? []))
      }
    self.init(
      ForeignText(
        text.kind, reading, whole: text.value ?? whole,
        copy: ForeignText.Copy(forConverting: file.name)),
      at: text.place)
  }
}

extension ForeignText.Copy {
  /// `nil` for a file that may be a configuration by its name, which vggc may replace.
  fileprivate init?(forConverting name: String) {
    let shown = printable(name)
    let stem = shown.split(separator: ".", omittingEmptySubsequences: false)
    guard stem.count > 1, let ending = stem.last?.lowercased(), ending != "yaml", ending != "yml",
      name != SourceFile.standardInput
    else { return nil }
    let base = stem.dropLast().joined(separator: ".")
    self.init(of: shellQuoted(shown), as: shellQuoted(base + ".yaml"))
  }
}
