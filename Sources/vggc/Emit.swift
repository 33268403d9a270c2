import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGFiles
import VGGFindings
import VGGGraph
import VGGPages

/// `vggc emit`: writes the checked network as source for Swift or PyTorch, as an ONNX model, as JSON, or
/// as a picture.
struct Emit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emit",
    abstract:
      "Write the network as source for Swift or PyTorch, as an ONNX model, as JSON, or as a picture.",
    usage: """
      vggc emit [FILE] --swift [--access LEVEL] [-o PATH | --package DIR [--runtime PATH-OR-URL] [--init SEED]]
      vggc emit [FILE] --onnx (--weights FILE | --init SEED | --no-weights) [--softmax] [--explain] [--external-data] -o PATH
      vggc emit [FILE] --pytorch [[--sequential] [-o PATH] | --train DIR]
      vggc emit [FILE] (--json | --svg | --dot) [-o PATH]
      """,
    discussion: """
      Without FILE, uses the configuration in the current folder, or else configuration D. If a file has several \
      models, all are written, one after another, or each to a separate file if -o names a folder.

      Examples:
        vggc emit --swift Configs/custom.yaml -o Custom.swift
        vggc emit --swift Configs/custom.yaml --package Custom --init 7
        vggc emit --onnx D --weights vgg16.safetensors -o vgg16.onnx
        vggc emit --pytorch D -o vgg16.py
        vggc emit --pytorch D --train training
        vggc emit --svg D -o vgg16.svg
        vggc emit --dot D | dot -Tpdf -o vgg16.pdf

      The executable of a --package is run as NAME WEIGHTS INPUT.
      """)

  /// The form in which the network is written.
  enum Form: String, EnumerableFlag {
    case swift
    case onnx
    case pytorch
    case json
    case svg
    case dot

    static func help(for form: Form) -> ArgumentHelp? {
      switch form {
      case .swift: "Swift source with the shapes in its types; links VGGRuntime."
      case .onnx: "An ONNX model (opset 17) for any batch size."
      case .pytorch: "A PyTorch module whose state dict has torchvision's names."
      case .json: "The checked graph; Docs/schema/graph.schema.json describes it."
      case .svg: "A picture of the feature maps, for light and dark themes."
      case .dot: "The graph of the layers, for Graphviz."
      }
    }

    /// The file name extension.
    var fileExtension: String { self == .pytorch ? "py" : rawValue }
  }

  @Argument(
    help: "A path, - for standard input, or the name of a built-in configuration.")
  var file: InputFile?

  @OptionGroup var model: ModelOptions

  @OptionGroup var language: LanguageOptions

  @Flag var chosenForm: Form?

  @Option(
    name: .shortAndLong,
    help: "Write to this file, or into this folder, instead of standard output.")
  var output: OutputFile?

  @Option(
    help: ArgumentHelp(
      "With --swift: the access level of the generated type (default: public).", valueName: "level")
  )
  var access: AccessLevel?

  @Option(help: "With --swift: write a complete package into this folder.")
  var package: OutputFolder?

  @Option(
    help: ArgumentHelp(
      "With --package: the location of VGGRuntime.",
      discussion:
        "The path or URL of the vggc package (default: the checkout in which this vggc was built).",
      valueName: "path-or-url"))
  var runtime: InputFolder?

  @Option(
    help: "First check that this weight file (safetensors or .pth) fits; with --onnx, include it.")
  var weights: InputFile?

  @Option(
    name: .customLong("init"),
    help:
      "With --package or --onnx: also write weights, initialised from this seed as in torchvision."
  )
  var seed: UInt64?

  @Flag(help: "With --pytorch: write only the module's features, as PyTorch prints them.")
  var sequential = false

  @Option(
    help:
      "With --pytorch: write a project that trains the network, on one or more machines, into this folder."
  )
  var train: OutputFolder?

  @OptionGroup(title: "ONNX options") var onnx: ONNXOptions

  var form: Form { chosenForm ?? .swift }

  var accessLevel: AccessLevel { access ?? .public }

  /// The file name extension.
  var fileExtension: String { sequential ? "txt" : form.fileExtension }

  func validate() throws {
    guard chosenForm != nil else {
      throw ValidationError(.noForm(Form.allCases.map { "--\($0.rawValue)" }))
    }
    if access != nil, form != .swift {
      throw ValidationError(.requires("--access", anyOf: ["--swift"]))
    }
    if package != nil, form != .swift {
      throw ValidationError(.requires("--package", anyOf: ["--swift"]))
    }
    if package != nil, output != nil {
      throw ValidationError(.namesFolder("--package"))
    }
    if package == nil, runtime != nil {
      throw ValidationError(.requires("--runtime", anyOf: ["--package"]))
    }
    if package == nil, form != .onnx, seed != nil {
      throw ValidationError(.requires("--init", anyOf: ["--package", "--onnx"]))
    }
    if sequential, form != .pytorch {
      throw ValidationError(.requires("--sequential", anyOf: ["--pytorch"]))
    }
    if train != nil, form != .pytorch {
      throw ValidationError(.requires("--train", anyOf: ["--pytorch"]))
    }
    if train != nil, output != nil {
      throw ValidationError(.namesFolder("--train"))
    }
    if train != nil, sequential {
      throw ValidationError(.notBoth("--train", "--sequential"))
    }
    if weights != nil, seed != nil {
      throw ValidationError(.notBoth("--weights", "--init"))
    }
    try onnx.validate(
      isChosen: form == .onnx, hasWeights: weights != nil || seed != nil, output?.path)
  }

  func run() throws {
    let found = try Inputs.findOrD(file?.path, in: language.language)
    found.announce()
    let compilation = try Inputs.checkWeights(
      weights?.path, fit: try Inputs.compile(found.file, model: model, in: language.language))
    Inputs.show(compilation, in: language.language)
    guard !compilation.diagnostics.hasErrors else { throw ExitCode.unsound }
    if let output = output?.path {
      try Output.refuseToReplace(inputs: [found.file.name, weights?.path], with: [output])
      if onnx.externalData {
        try Output.refuseToReplace(inputs: [weights?.path], with: [output + ".data"])
      }
    }
    if let train {
      return try EmitTrainingProject.run(compilation, into: train.path, in: language.language)
    }
    switch form {
    case .swift where package != nil: try writePackage(of: compilation)
    case .swift: try writeText(of: compilation) { writeSwift($0, $1, access: accessLevel, to: $2) }
    case .onnx: try writeONNX(of: compilation)
    case .pytorch: try writeText(of: compilation) { writePython($0, $1, to: $2) }
    case .json:
      try writeText(of: compilation) { networks, _, sink in
        try writeJSON(networks, of: compilation, to: sink)
      }
    case .svg:
      try writeText(of: compilation) {
        $2.write(
          svgDiagram($0.map(\.graph), comment: $1.sentence, in: language.language))
      }
    case .dot:
      try writeText(of: compilation) {
        writeDOT($0.map(\.graph), comment: $1.sentence, to: $2)
      }
    }
  }

  /// The folder that -o names, with its `/`; `nil` if it names a file or does not exist.
  var outputFolder: String? {
    guard let output = output?.path, output.hasSuffix("/") || FileKind(of: output) == .folder else {
      return nil
    }
    return output.hasSuffix("/") ? output : output + "/"
  }
}
