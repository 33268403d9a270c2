import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGPhrasebooks
import VGGSpec
import VGGTables

/// `vggc summary`: every layer with its shapes, arithmetic and costs; without a file, the built-ins
/// compared.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Show every layer with its shapes, arithmetic, parameters, MACs and receptive field.",
    discussion: """
      Without FILE, summarises the configuration in the current folder; if there isn't one, compares the built-in \
      configurations, one row each.

      Examples:
        vggc summary
        vggc summary Configs/custom.yaml
        vggc summary D --input 3x512x512
        vggc summary --model E Configs/vgg-paper.yaml --format json
      """)

  /// The format in which the summary is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
    case csv
  }

  @Argument(
    help: "Paths, - for standard input, or names of built-in configurations.")
  var files: [InputFile] = []

  @OptionGroup var model: ModelOptions

  @Option(help: "Output format.")
  var format: Format = .text

  @OptionGroup var input: InputOptions

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let names = files.isEmpty ? Inputs.defaultNames(in: language.language) : files.map(\.path)
    guard !names.isEmpty else { return try printComparison() }
    var failure: ExitCode?
    var models: [CheckedModel] = []
    for name in names {
      do {
        let compilation = try compile(name)
        if compilation.diagnostics.hasErrors { failure = failure ?? .unsound }
        models += compilation.models
      } catch let status as ExitCode {
        failure = status
      }
    }
    if !models.isEmpty { try print(SummaryReport(models, in: language.language.tablePhrases)) }
    if let failure { throw failure }
  }

  private func compile(_ name: String) throws -> Compilation {
    let found = try ForeignModel.findConfiguration(name, in: language.language)
    found.announce()
    let compilation = try Inputs.compile(
      found.file, model: model, input: input.shape, in: language.language)
    Inputs.show(compilation, in: language.language)
    return compilation
  }

  /// Compares the built-in configurations side by side; those that cannot take the input are listed instead.
  private func printComparison() throws {
    guard model.name == nil else {
      throw ValidationError(.requires("--model", anyOf: ["FILE"]))
    }
    Console.remark(language.language.commandPhrases.comparingBuiltIns, in: language.language)
    var graphs: [ModelGraph] = []
    var hasStopped = false
    for builtIn in BuiltInConfiguration.paper + BuiltInConfiguration.batchNorm {
      let file = ConfigurationFinder.found(builtIn).file
      for checked in try Inputs.compile(
        file, model: model, input: input.shape, in: language.language
      ).models {
        switch checked {
        case .graph(let graph): graphs.append(graph)
        case .stopped(let trace):
          let words = trace.stop.words(in: language.language.findings)
          Console.reportError(
            language.language.commandPhrases.stops(trace.name, because: words.message),
            in: language.language)
          hasStopped = true
        }
      }
    }
    if !graphs.isEmpty { try print(ComparisonReport(graphs, in: language.language.tablePhrases)) }
    if hasStopped { throw ExitCode.unsound }
  }

  private func print(_ report: SummaryReport) throws {
    let stream = Console.Stream.output
    try Output.write(to: nil) { sink in
      switch format {
      case .text: report.writeText(width: stream.width, style: stream.style, to: sink)
      case .json: try report.writeJSON(to: sink)
      case .markdown: report.writeMarkdown(to: sink)
      case .csv: report.writeCSV(to: sink)
      }
    }
  }

  private func print(_ report: ComparisonReport) throws {
    let stream = Console.Stream.output
    switch format {
    case .text: try Console.write(report.text(width: stream.width, style: stream.style))
    case .json: try Console.write(report.json())
    case .markdown: try Console.write(report.markdown())
    case .csv: try Console.write(report.csv())
    }
  }
}
