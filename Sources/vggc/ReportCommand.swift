import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGFindings
import VGGGraph
import VGGPages
import VGGPhrasebooks
import VGGSpec

/// `vggc report`: a network's numbers, pictures and lesson as one page of HTML.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write an HTML page with the network's numbers, drawings, arithmetic and a glossary.",
    discussion: """
      The page is a single file: it loads nothing else, prints well, and follows the reader's light or dark theme. A \
      network with errors is shown up to the first one. Without FILE, uses the configuration in the current folder, \
      or else configuration D.

      Examples:
        vggc report Configs/custom.yaml -o custom.html
        vggc report D --lang ko -o vgg16.html
      """)

  @Argument(
    help: "A path, - for standard input, or the name of a built-in configuration.")
  var file: InputFile?

  @OptionGroup var model: ModelOptions

  @OptionGroup var input: InputOptions

  @OptionGroup var language: LanguageOptions

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: OutputFile?

  func run() throws {
    let found = try Inputs.findOrD(file?.path, in: language.language)
    found.announce()
    let compilation = try Inputs.compile(
      found.file, model: model, input: input.shape, in: language.language)
    Inputs.show(compilation, in: language.language)
    try Output.refuseToReplace(inputs: [found.file.name], with: [output?.path])
    // Without a model, for example if the file is not valid YAML, there is nothing to show.
    guard !compilation.models.isEmpty else { throw ExitCode.unsound }
    let page = ReportPage(
      compilation.models, comparedWith: BuiltInConfiguration.paper.flatMap(\.graphs),
      findings: findings(of: compilation),
      in: language.language
    ).html(comment: compilation.provenance.sentence)
    try Output.write(page, to: output?.path)
    if compilation.diagnostics.hasErrors { throw ExitCode.unsound }
  }

  private func findings(of compilation: Compilation) -> [String] {
    compilation.diagnostics.map { finding in
      let place = compilation.sources.place(of: finding.range)
      let phrases = language.language.findings
      let message = finding.words(in: phrases).message
      let severity = phrases.headings[finding.severity]
      return "\(place): \(severity): \(message) [\(finding.id.rawValue)]"
    }
  }
}
