import VGGCompiler
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGPages
import VGGSpec
import VGGSyntax

/// What the page shows of a text.
struct CompileAnswer: Encodable {
  /// The first ones, in the order of the text.
  let findings: [FindingAnswer]
  /// The findings in one sentence.
  let verdict: String
  let hasErrors: Bool
  /// The text with every safe fix-it applied; `nil` where there is none.
  let fixed: String?
  /// The text as `vggc fmt` has it; `nil` where it is so already, or is no YAML.
  let formatted: String?
  let models: [String]
  /// Which of the models is shown; `nil` where there is none, as in a text that is no YAML.
  let model: Int?
  let network: NetworkView?
  let size: SizeAnswer?

  /// - Throws: ``ClientLeft`` between the steps that take time.
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

  /// Nobody reads more; the verdict counts all.
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
