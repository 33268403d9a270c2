import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGWeightFit
import VGGWeights

/// `vggc weights infer`: the configuration that a file's weights belong to.
struct WeightsInfer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer",
    abstract: "Write a configuration that fits a weight file.",
    discussion: """
      The tensors' names and shapes determine the features, batch normalisation, the possible image sizes and the \
      classes. Comments mark anything that they leave open. The configuration passes vggc check, and the weights fit \
      it. If a tensor of the network is not recognised, it is named and no configuration is written.

      Examples:
        vggc weights infer vgg16.pth
        vggc weights infer flowers.safetensors -o flowers.yaml

      Exit status: 0 written, 1 weights of a network that no configuration can describe, 64 usage error, 66 a file that \
      cannot be read, 73 a file that cannot be written.
      """)

  @Argument(help: "A weight file.")
  var file: InputFile

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: OutputFile?

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let weights = try Inputs.openWeights(file.path)
    let notFinite = try classifierTensorsThatAreNotFinite(weights)
    let text: String
    do throws(UninferableNetwork) {
      text = try inferConfiguration(
        from: weights.names, of: file.path, notFinite: notFinite, version: Version.current,
        in: language.language)
    } catch {
      let reason = language.language.inferencePhrases.words(for: error)
      Console.reportError(phrases.cannotInfer("\(file)", reason), in: language.language)
      throw ExitCode.unsound
    }
    try refuseUnsound(text)
    if !notFinite.isEmpty {
      let remark = language.language.inferencePhrases.words(for: .notFinite(notFinite))
      Console.remark("\(file): \(remark)", in: language.language)
    }
    try Output.refuseToReplace(inputs: [file.path], with: [output?.path])
    try Output.write(text, to: output?.path)
  }

  private var phrases: any CommandPhrasebook { language.language.commandPhrases }

  /// The classifier's tensors that contain NaN or infinity, as in files that are meant to be used only
  /// for their features.
  private func classifierTensorsThatAreNotFinite(_ weights: RenamedWeights) throws -> [String] {
    do {
      return try weights.tensors
        .filter { $0.name.hasPrefix("classifier.") && $0.type.isFloatingPoint }
        .filter { try !weights.tensor($0.name).isFinite }
        .map(\.name)
    } catch let error as WeightError {
      Console.reportError(
        language.language.faults.cannotReadWeights(error), in: language.language)
      throw ExitCode.noInput
    }
  }

  /// Sizes that are each within the language's bounds may exceed them together.
  private func refuseUnsound(_ text: String) throws {
    let pipeline = CompilerPipeline(
      reader: ConfigurationFinder.sourceReader(announcing: { Inputs.announce($0) }))
    let found = pipeline.compileAll(SourceFile(name: file.path, text: text)).diagnostics
    guard let error = found.first(where: { $0.severity == .error }) else { return }
    let words = error.words(in: language.language.findings)
    Console.reportError(phrases.cannotInfer("\(file)", words.message), in: language.language)
    throw ExitCode.unsound
  }
}
