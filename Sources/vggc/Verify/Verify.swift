import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGFindings
import VGGGraph
import VGGONNX
import VGGSpec
import VGGWeights

/// `vggc verify`: runs the same network with every backend that can run it.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run the network on every installed backend, and compare the outputs.",
    discussion: """
      Runs one image, with weights from a seed, through the native program (the vgg next to this vggc), the emitted \
      Swift package (if swift is found; its first build takes minutes, and is kept in the user's cache), ONNX Runtime \
      and PyTorch (if they are installed for Python). Each is compared with the first that answers. The reported \
      difference is the largest between two values, relative to the largest value.

      With --layers, ONNX Runtime and PyTorch are also compared at every layer for which the native program has \
      values. It runs a convolution with its batch norm, ReLU and 2x2 pooling as one step, so only the last of these \
      is compared. The emitted Swift package returns the output and the network's taps, which are always compared.

      Examples:
        vggc verify Configs/custom.yaml
        vggc verify D --weights vgg16.safetensors --layers
        vggc verify custom.yaml --backend native --backend onnxruntime --python .venv/bin/python

      Exit status: 0 all agree, 1 some do not, or fewer than two can be compared; 64 usage error; 66 input that \
      cannot be read; 73 output that cannot be written.
      """)

  /// The format in which the report is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(
    help: "A path, - for standard input, or the name of a built-in configuration.")
  var file: InputFile?

  @OptionGroup var model: ModelOptions

  @OptionGroup var input: InputOptions

  @OptionGroup var language: LanguageOptions

  @Option(
    help: "Use these weights (safetensors or .pth) instead of those from the seed.")
  var weights: InputFile?

  @Option(help: "Seed of the image and the weights.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("backend"),
    help: "Run only this backend: native, swift, onnxruntime or pytorch; can be repeated."
  )
  var backends: [BackendID] = []

  @Option(help: "The Python interpreter that has onnxruntime or torch.")
  var python = InputFile(nonEmpty: "python3")

  @Option(help: "The largest difference to accept.")
  var tolerance = 1e-4

  @Flag(help: "Also compare layer by layer.")
  var layers = false

  @Option(help: "Output format.")
  var format: Format = .text

  func validate() throws {
    guard tolerance.isFinite, tolerance >= 0 else {
      throw ValidationError(.tolerance)
    }
  }

  func run() throws {
    let found = try Inputs.findOrD(file?.path, in: language.language)
    found.announce()
    let compilation = try Inputs.checkWeights(
      weights?.path,
      fit: try Inputs.compile(found.file, model: model, input: input.shape, in: language.language))
    Inputs.show(compilation, in: language.language)
    guard !compilation.diagnostics.hasErrors else { throw ExitCode.unsound }
    var reports: [VerificationReport] = []
    for network in compilation.networks {
      let report = try TemporaryFolder.with { folder in
        try verify(network, of: compilation, in: folder)
      }
      if format == .text {
        let stream = Console.Stream.output
        try Console.write(
          report.text(
            width: stream.width, style: stream.style, in: language.language.verificationPhrases))
      }
      reports.append(report)
    }
    if format == .json {
      try Console.write(documentText(.verify, ["models": reports.map(\.document)]))
    }
    guard reports.allSatisfy(\.isSound) else { throw ExitCode.unsound }
  }

  private func verify(
    _ network: NamedNetwork, of compilation: Compilation, in folder: String
  ) throws -> VerificationReport {
    let name = compilation.file.name
    let isStandardInput = name == SourceFile.standardInput
    let source: any WeightSource =
      try weights.map {
        RenamedWeights(
          try WeightFile(verifiedAt: $0.path), for: network.graph.tensorDescriptions)
      }
      ?? VerificationWeights(seed: seed)
    let verification = VerificationCase(
      network: network, provenance: compilation.provenance(of: network.graph),
      configurationArguments: [isStandardInput ? "-" : name, "--model", network.graph.name]
        + (input.text.map { ["--input", $0] } ?? []),
      typedConfiguration: isStandardInput ? Array(compilation.file.bytes) : nil, folder: folder,
      weights: source, origin: weights.map { .file($0.path) } ?? .seed(seed),
      comparesLayers: layers, language: format == .json ? .english : language.language)
    try verification.writeFiles(seed: seed)
    var comparison = Comparison(verification)
    for backend in chosen { comparison.add(backend, verification) }
    let graph = network.graph
    return VerificationReport(
      model: graph.name,
      input: "\(graph.input)", weights: weights?.path, seed: seed,
      tolerance: tolerance, outcomes: comparison.outcomes,
      layers: layers || !graph.taps.isEmpty ? comparison.comparedLayers(of: graph) : [])
  }

  private var chosen: [any Backend] {
    let all: [any Backend] = [
      NativeBackend(), EmittedSwiftBackend(), ONNXRuntimeBackend(python: python.path),
      PyTorchBackend(python: python.path),
    ]
    return backends.isEmpty ? all : all.filter { backends.contains(type(of: $0).id) }
  }
}
