import ArgumentParser
import VGGCompiler
import VGGDiagnostics
import VGGReports
import VGGSpec

/// `vggc summary`: every layer with its shapes, arithmetic and costs; without a file, the built-ins
/// compared.
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

  @Argument(
    help: "Paths, - for standard input, or names of built-in configurations.", completion: .file())
  var files: [String] = []

  @OptionGroup var model: ModelOptions

  @Option(help: "How to print it.")
  var format: Format = .text

  @OptionGroup var input: InputOptions

  func run() throws {
    let found = try configurations()
    guard !found.isEmpty else { return try printComparison() }
    for configuration in found { configuration.announce() }
    let compilations = try compile(found)
    try print(SummaryReport(compilations.flatMap(\.models)))
    try failIfUnsound(compilations)
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
    let builtIns = (BuiltInConfiguration.paper + BuiltInConfiguration.batchNorm)
    let compilations = try compile(builtIns.map(ConfigurationFinder.found))
    try print(ComparisonReport(compilations.flatMap(\.graphs)))
    try failIfUnsound(compilations)
  }

  /// Compiles each, and prints what is wrong with it.
  private func compile(_ found: [FoundConfiguration]) throws -> [Compilation] {
    try found.map { configuration in
      let compilation = try Inputs.compile(configuration.file, model: model, input: input.shape)
      Inputs.show(compilation)
      return compilation
    }
  }

  private func failIfUnsound(_ compilations: [Compilation]) throws {
    if compilations.contains(where: { $0.diagnostics.hasErrors }) { throw ExitCode.unsound }
  }

  private func print(_ report: some Report) throws {
    let stream = Console.Stream.output
    switch format {
    case .text: try Console.write(report.text(width: stream.width, style: stream.style))
    case .json: try Console.write(report.json())
    case .markdown: try Console.write(report.markdown())
    case .csv: try Console.write(report.csv())
    }
  }
}
