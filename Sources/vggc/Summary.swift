import ArgumentParser
import VGGCompiler
import VGGDiagnostics
import VGGReports
import VGGSpec

/// `vggc summary`: every layer with its shapes, arithmetic and costs; without a file, the built-ins compared.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show every layer with its maps, arithmetic, parameters, MACs and receptive field.",
    discussion: """
      Without FILE, summarises vgg.yaml in the current folder; where there is none, compares the built-in \
      configurations, one row each.

      Examples:
        vggc summary
        vggc summary Configs/custom.yaml
        vggc summary D --input 3x512x512
        vggc summary --model E Configs/vgg-paper.yaml --format json
      """)

  /// How the summary is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
    case csv
  }

  @Argument(help: "Paths, - for standard input, or names of built-in configurations.", completion: .file())
  var files: [String] = []

  @OptionGroup var model: ModelOptions

  @Option(help: "How to print it.")
  var format: Format = .text

  @OptionGroup var input: InputOptions

  func run() throws {
    let found = try configurations()
    guard !found.isEmpty else { return try printComparison() }
    let compilations = try found.map { configuration in
      configuration.announce()
      return try Inputs.compile(configuration.file, model: model, input: input.shape)
    }
    for compilation in compilations { Inputs.show(compilation) }
    let report = SummaryReport(compilations.flatMap(\.models))
    switch format {
    case .text: try Console.write(report.text(width: Console.Stream.output.width, style: Console.Stream.output.style))
    case .json: try Console.write(report.json())
    case .markdown: try Console.write(report.markdown())
    case .csv: try Console.write(report.csv())
    }
    if compilations.contains(where: { $0.diagnostics.hasErrors }) { throw ExitCode.unsound }
  }

  private func configurations() throws -> [FoundConfiguration] {
    guard files.isEmpty else { return try files.map(Inputs.find) }
    return try Inputs.findDefault().map { [$0] } ?? []
  }

  private func printComparison() throws {
    guard model.name == nil else {
      throw ValidationError("--model goes with a FILE")
    }
    Console.remark(
      "no \(ConfigurationFinder.defaultFile) here; comparing the built-in configurations")
    let graphs = try (BuiltInConfiguration.paper + BuiltInConfiguration.batchNorm).flatMap { builtIn in
      try Inputs.compile(
        ConfigurationFinder.found(builtIn).file, model: model, input: input.shape
      ).graphs
    }
    let report = ComparisonReport(graphs)
    switch format {
    case .text: try Console.write(report.text(width: Console.Stream.output.width, style: Console.Stream.output.style))
    case .json: try Console.write(report.json())
    case .markdown: try Console.write(report.markdown())
    case .csv: try Console.write(report.csv())
    }
  }
}
