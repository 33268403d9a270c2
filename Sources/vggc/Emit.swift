import ArgumentParser
import VGGCommandLine
import VGGCompiler
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
    abstract:
      "Write the network as source for Swift or PyTorch, as an ONNX model, as JSON, or as a picture.",
    usage: """
      vggc emit [FILE] --swift [-o PATH | --package DIR [--runtime PATH-OR-URL] [--init SEED]]
      vggc emit [FILE] --onnx (--weights FILE | --init SEED | --no-weights) [--softmax] [--external-data] -o PATH
      vggc emit [FILE] --pytorch [[--sequential] [-o PATH] | --train DIR]
      vggc emit [FILE] (--json | --svg | --dot) [-o PATH]
      """,
    discussion: """
      Without FILE, takes the current folder's configuration, or else configuration D. Of a file with several models \
      all are written, one after the other, or each to a file of its own where -o names a folder.

      Examples:
        vggc emit --swift Configs/custom.yaml -o Custom.swift
        vggc emit --swift Configs/custom.yaml --package Custom --init 7
        vggc emit --onnx D --weights vgg16.safetensors -o vgg16.onnx
        vggc emit --pytorch D -o vgg16.py
        vggc emit --pytorch D --train training
        vggc emit --svg D -o vgg16.svg
        vggc emit --dot D | dot -Tpdf -o vgg16.pdf

      The package's executable is run as NAME WEIGHTS INPUT.
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
      case .swift: "Swift source with the shapes in the types; it links VGGRuntime."
      case .onnx: "An ONNX model, version 17 of the operators, for any number of images at once."
      case .pytorch: "A Python module for PyTorch whose state dict has torchvision's names."
      case .json: "The checked graph; Docs/schema/graph.schema.json describes it."
      case .svg: "A picture of the feature maps, legible in light and dark."
      case .dot: "The layers for Graphviz."
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

  @Option(help: "With --swift: write a whole package into this folder.")
  var package: OutputFolder?

  @Option(
    help: ArgumentHelp(
      "With --package: where the package finds VGGRuntime.",
      discussion:
        "The path or URL of the vggc package; default: the checkout in which this vggc was built.",
      valueName: "path-or-url"))
  var runtime: InputFolder?

  @Option(
    help: "Check first that this weight file, safetensors or .pth, fits; with --onnx, write it.")
  var weights: InputFile?

  @Option(
    name: .customLong("init"),
    help:
      "With --package or --onnx: also write weights, initialised from this seed as torchvision does."
  )
  var seed: UInt64?

  @Flag(help: "With --pytorch: only what PyTorch prints for the module's features.")
  var sequential = false

  @Option(
    help:
      "With --pytorch: write a project that trains the network, on one machine or many, into this folder."
  )
  var train: OutputFolder?

  @OptionGroup(title: "ONNX options") var onnx: ONNXOptions

  var form: Form { chosenForm ?? .swift }

  /// The file name extension.
  var fileExtension: String { sequential ? "txt" : form.fileExtension }

  func validate() throws {
    guard chosenForm != nil else {
      throw ValidationError("say what to write: --swift, --onnx, --pytorch, --json, --svg or --dot")
    }
    if package != nil, form != .swift { throw ValidationError("--package goes with --swift") }
    if package != nil, output != nil {
      throw ValidationError("--package names the folder; leave -o out")
    }
    if package == nil, runtime != nil { throw ValidationError("--runtime goes with --package") }
    if package == nil, form != .onnx, seed != nil {
      throw ValidationError("--init goes with --package or --onnx")
    }
    if sequential, form != .pytorch { throw ValidationError("--sequential goes with --pytorch") }
    if train != nil, form != .pytorch { throw ValidationError("--train goes with --pytorch") }
    if train != nil, output != nil {
      throw ValidationError("--train names the folder; leave -o out")
    }
    if train != nil, sequential { throw ValidationError("take --train or --sequential, not both") }
    if weights != nil, seed != nil { throw ValidationError("take --weights or --init, not both") }
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
    case .swift: try writeText(of: compilation) { writeSwift($0, $1, to: $2) }
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
