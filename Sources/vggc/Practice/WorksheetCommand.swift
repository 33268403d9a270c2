import ArgumentParser
import VGGCommandLine
import VGGLessons
import VGGWeights

/// `vggc worksheet`: a network's table with blanks for a class, and the answers.
struct WorksheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worksheet",
    abstract: "Make a worksheet: the network's table with blanks, or its answer key.",
    discussion: """
      Each blank has a number; the answer key shows each answer in its place, with its arithmetic as in vggc explain. \
      The same seed makes the same blanks. Without FILE, uses the configuration in the current folder, or else \
      configuration D.

      Examples:
        vggc worksheet A > sheet.txt
        vggc worksheet A --key > key.txt
        vggc worksheet D --seed 7 --both --format markdown > lesson.md
        vggc worksheet --lang ko Configs/custom.yaml
      """)

  /// The format in which the worksheet is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
  }

  /// The parts that are printed.
  enum Parts: String, EnumerableFlag {
    case key
    case both

    static func help(for value: Parts) -> ArgumentHelp? {
      switch value {
      case .key: "Print the answer key instead."
      case .both: "Print the worksheet, then the answer key."
      }
    }
  }

  @Argument(
    help: "A path, - for standard input, or the name of a built-in configuration.")
  var file: InputFile?

  @OptionGroup var model: ModelOptions

  @OptionGroup var input: InputOptions

  @Flag var parts: Parts?

  @Option(help: "Seed that selects the blanks.")
  var seed: UInt64 = 1

  @Option(help: "Output format.")
  var format: Format = .text

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let name = try Inputs.nameOrD(file?.path, in: language.language)
    let graph = try Inputs.oneGraph(
      name, model: model, input: input.shape, in: language.language)
    var generator = SplitMix64(seed: seed)
    let worksheet = Worksheet(on: graph, in: language.language, using: &generator)
    let printed: [Worksheet.Part] =
      switch parts {
      case nil: [.sheet]
      case .key: [.key]
      case .both: [.sheet, .key]
      }
    try Console.write(printed.map { text(of: worksheet, $0, name) }.joined(separator: "\n"))
  }

  private func text(of worksheet: Worksheet, _ part: Worksheet.Part, _ name: String) -> String {
    let stream = Console.Stream.output
    return switch format {
    case .text:
      worksheet.text(
        part, command: command(name), width: stream.width, style: stream.style)
    case .markdown: worksheet.markdown(part, command: command(name))
    }
  }

  /// The command that makes the same worksheet again.
  private func command(_ name: String) -> String {
    let options = [model.name.map { " --model \($0)" }, input.text.map { " --input \($0)" }]
    return "vggc worksheet \(name)\(options.compactMap { $0 }.joined()) --seed \(seed)"
      + " --lang \(language.language.rawValue)"
  }
}
