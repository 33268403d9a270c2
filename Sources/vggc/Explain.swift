import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGLessons
import VGGSpec

/// `vggc explain`: a network's shape arithmetic as a lesson, or the meaning of a diagnostic.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a network's arithmetic layer by layer, or what a diagnostic means.",
    discussion: """
      Without an argument, explains the configuration in the current folder, or else configuration D. Lessons and \
      the explanations of diagnostics are available in English and Korean.

      Examples:
        vggc explain Configs/custom.yaml
        vggc explain D | less
        vggc explain --lang ko D
        vggc explain --compare-kernels B
        vggc explain linear-input-mismatch
      """)

  @Argument(
    help: ArgumentHelp(
      "A path, - for standard input, the name of a built-in configuration, or a diagnostic's id.",
      valueName: "file-or-id"))
  var subject: InputFile?

  @OptionGroup var model: ModelOptions

  @OptionGroup var input: InputOptions

  @OptionGroup var language: LanguageOptions

  @Flag(help: "Compare stacks of 3x3 convolutions with 5x5, 7x7 and 11x11 kernels instead.")
  var compareKernels = false

  func run() throws {
    let stream = Console.Stream.output
    if compareKernels { return try printKernels(stream) }
    if let id = (subject?.path).flatMap({ DiagnosticID(rawValue: $0.lowercased()) }) {
      return try Console.write(
        explainDiagnostic(id, width: stream.width, style: stream.style, in: language.language))
    }
    if let subject = subject?.path, let nearest = nearestID(to: subject) {
      Console.reportError(
        language.language.commandPhrases.noSubject(subject, nearest: nearest), in: language.language
      )
      throw ExitCode.noInput
    }
    let found = try Inputs.findOrD(subject?.path, in: language.language)
    found.announce()
    let compilation = try Inputs.compile(
      found.file, model: model, input: input.shape, in: language.language)
    Inputs.show(compilation, in: language.language)
    let texts = compilation.models.map {
      Explanation($0, in: language.language).text(width: stream.width, style: stream.style)
    }
    try Console.write(texts.joined(separator: "\n"))
    if compilation.diagnostics.hasErrors { throw ExitCode.unsound }
  }

  private func printKernels(_ stream: Console.Stream) throws {
    let compilation = try Inputs.compileSound(
      Inputs.nameOrD(subject?.path, in: language.language), model: model, input: input.shape,
      in: language.language)
    let pipeline = CompilerPipeline(
      reader: ConfigurationFinder.sourceReader { _ in }, input: input.shape)
    let texts = compilation.graphs.map {
      pipeline.compareKernels(of: $0, in: compilation.file)
        .text(in: language.language, width: stream.width, style: stream.style)
    }
    try Console.write(texts.joined(separator: "\n"))
  }

  /// The diagnostic whose name is close to `subject`, if `subject` is nothing else.
  private func nearestID(to subject: String) -> String? {
    let names = DiagnosticID.allCases.map(\.rawValue)
    guard let nearest = nearestName(to: subject, among: names),
      (try? ConfigurationFinder.find(subject)) == nil
    else { return nil }
    return nearest
  }
}
