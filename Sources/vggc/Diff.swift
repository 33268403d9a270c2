import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGGraph
import VGGTables

/// `vggc diff`: the changes between two configurations, and their consequences.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show the changes between two configurations, layer by layer, and their effects.",
    discussion: """
      Layers are paired so that as few as possible change. The effects are on parameters, MACs, memory, the \
      receptive field, and which weights still fit. If the files have several models, they are paired by name.

      Examples:
        vggc diff D E
        vggc diff vgg16 vgg16_bn
        git show HEAD:vgg.yaml | vggc diff - vgg.yaml --format markdown
        vggc diff old.yaml new.yaml --exit-code && echo the same

      Exit status: 0 compared, 1 errors in a configuration, or with --exit-code configurations that differ, 64 usage \
      error, 66 input that cannot be read.
      """)

  /// The format in which the difference is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
  }

  @Argument(
    help: "A path, - for standard input, or the name of a built-in configuration.")
  var a: InputFile

  @Argument(help: "The configuration to compare with A.")
  var b: InputFile

  @OptionGroup var model: ModelOptions

  @Option(help: "Output format.")
  var format: Format = .text

  @OptionGroup var input: InputOptions

  @OptionGroup var language: LanguageOptions

  @Flag(name: .customLong("exit-code"), help: "Exit with 1 if they differ, as git diff does.")
  var tellsByExitCode = false

  func validate() throws {
    if a.path == "-", b.path == "-" {
      throw ValidationError(.inputOnBothSides)
    }
  }

  func run() throws {
    let old = try graphs(of: a.path)
    let new = try graphs(of: b.path)
    let report = DifferenceReport(from: old, to: new, in: language.language.tablePhrases)
    guard report.hasPairs else {
      Console.reportError(
        language.language.commandPhrases.noCommonModel(
          "\(a) (\(names(of: old)))", "\(b) (\(names(of: new)))"), in: language.language)
      throw ExitCode.usage
    }
    let stream = Console.Stream.output
    switch format {
    case .text: try Console.write(report.text(width: stream.width, style: stream.style))
    case .json: try Console.write(report.json())
    case .markdown: try Console.write(report.markdown())
    }
    if tellsByExitCode, !report.isEmpty { throw ExitCode.unsound }
  }

  /// The networks without errors in a configuration: its only one, the chosen one, or all.
  private func graphs(of name: String) throws -> [ModelGraph] {
    let compilation = try Inputs.compileAllSound(
      ForeignModel.findConfiguration(name, in: language.language), input: input.shape,
      in: language.language)
    let graphs = compilation.graphs
    guard let modelName = model.name, graphs.count > 1 else { return graphs }
    let chosen = graphs.filter { $0.name == modelName }
    if chosen.isEmpty {
      throw Inputs.report(
        UnknownModel(name: modelName, known: compilation.modelNames), in: compilation.file,
        language.language)
    }
    return chosen
  }

  private func names(of graphs: [ModelGraph]) -> String {
    graphs.map(\.name).joined(separator: ", ")
  }
}
