import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGPages
import VGGSpec
import VGGSyntax

/// The page's view of a text.
struct CompileAnswer: Encodable {
  /// The first findings, in text order.
  let findings: [FindingAnswer]
  /// A one-sentence summary of the findings.
  let verdict: String
  let hasErrors: Bool
  /// The text with every safe fix-it applied; `nil` if there aren't any.
  let fixed: String?
  /// The text formatted by `vggc fmt`; `nil` if it is already formatted or is not valid YAML.
  let formatted: String?
  let models: [String]
  /// The index of the model that is shown; `nil` if there are no models, for example in invalid YAML.
  let model: Int?
  let network: NetworkView?
  let size: SizeAnswer?

  /// - Throws: ``ClientLeft`` between the slow steps.
  init(
    _ request: CompileRequest, for client: ClientPresence, pipeline: CompilerPipeline,
    fileName: String, _ language: Language
  ) throws(ClientLeft) {
    let file = SourceFile(name: fileName, text: request.text)
    let subject = SliderSubject(file, model: request.model ?? 0, pipeline: pipeline)
    let compilation = subject.compilation
    let text = PageText(file, as: compilation.main)
    let found = compilation.diagnostics
    let phrases = language.pagePhrases
    findings = found.prefix(Self.mostFindings).map {
      FindingAnswer($0, in: text, of: compilation.sources, phrases.findings)
    }
    verdict = phrases.verdict(
      errors: found.count { $0.severity == .error },
      warnings: found.count { $0.severity == .warning })
    hasErrors = found.hasErrors
    try client.check()
    fixed = Self.fixed(file, where: found, by: pipeline)
    try client.check()
    let neat = try? VGGSyntax.formatted(file)
    formatted = neat == request.text ? nil : neat
    models = compilation.models.map { printable($0.name) }
    model = subject.model
    try client.check()
    guard let own = subject.own, let shown = subject.shown(at: request.side) else {
      (size, network) = (nil, nil)
      return
    }
    size = try SizeAnswer(
      subject, for: client, asked: request.side, shown: shown, phrases)
    try client.check()
    network = NetworkView(shown, inScaleOf: own, language) { text.span(of: $0) }
  }

  /// The maximum number of findings shown; the verdict counts all of them.
  private static let mostFindings = 200

  private static func fixed(
    _ file: SourceFile, where found: [Diagnostic], by pipeline: CompilerPipeline
  ) -> String? {
    guard found.contains(where: { $0.fixIts.contains { $0.confidence == .certain } }),
      let fixed = try? pipeline.fixed(file).file, fixed.bytes != file.bytes
    else { return nil }
    return fixed.text
  }
}
