import ArgumentParser
import VGGCommandLine
import VGGWeights

/// `vggc weights inspect`: the contents of a weight file.
struct WeightsInspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "List a file's tensors: names, shapes, types, and statistics of their values.",
    discussion: """
      The minimum, maximum, mean and standard deviation are those of the finite values; NaNs and infinities are \
      counted. Nothing in the file is executed. --verify compares the file with the checksum that vggc and vgg \
      write into their weight files.

      Examples:
        vggc weights inspect vgg16-397923af.pth
        vggc weights inspect custom.safetensors --format json
        vggc weights inspect run/weights.safetensors --verify

      Exit status: 0 done, 1 --verify finds no checksum or a different one, 64 usage error, 66 a file that cannot be \
      read or is not a weight file.
      """)

  /// The format in which the list is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "A safetensors or .pth file.")
  var file: InputFile

  @Option(help: "Output format.")
  var format: Format = .text

  @Flag(help: "First compare the file with its checksum.")
  var verify = false

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let weights = try Inputs.openWeightFileUnverified(file.path)
    if verify { try check(weights) }
    let progress = Progress(.inspecting, total: weights.tensors.count, printsAnswers: false)
    let statistics = try weights.tensors.map { tensor in
      let statistics = try weights.statistics(of: tensor.name)
      progress.advance()
      return statistics
    }
    progress.clear()
    let report = WeightsReport(weights, statistics, in: language.language.weightListPhrases)
    switch format {
    case .text:
      let stream = Console.Stream.output
      try Console.write(report.text(width: stream.width, style: stream.style))
    case .json: try Console.write(report.json())
    }
  }

  private var phrases: any CommandPhrasebook { language.language.commandPhrases }

  private func check(_ weights: WeightFile) throws {
    do throws(WeightError) {
      if try weights.verify() { return Console.remark(phrases.matches("\(file)")) }
      Console.reportError(phrases.hasNoChecksum("\(file)"))
    } catch {
      Console.reportError(language.language.faults.words(for: error))
    }
    throw ExitCode.unsound
  }
}
