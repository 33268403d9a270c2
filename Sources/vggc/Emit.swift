import ArgumentParser
import VGGCommandLine
import VGGCompiler
import VGGDiagnostics
import VGGEmitters
import VGGFiles
import VGGGraph
import VGGReports

/// `vggc emit`: the checked network as source for Swift or PyTorch, as JSON, or as a picture.
struct Emit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the network as source for Swift or PyTorch, as JSON, or as a picture.",
    usage: """
      vggc emit [FILE] --swift [-o PATH | --package DIR [--runtime PATH-OR-URL] [--init SEED]]
      vggc emit [FILE] --pytorch [[--sequential] [-o PATH] | --train DIR]
      vggc emit [FILE] (--json | --svg | --dot) [-o PATH]
      """,
    discussion: """
      Without FILE, takes vgg.yaml in the current folder, or else configuration D. Of a file with several models \
      all are written, one after the other, or each to a file of its own where -o names a folder.

      Examples:
        vggc emit --swift Configs/custom.yaml -o Custom.swift
        vggc emit --swift Configs/custom.yaml --package Custom --init 7
        vggc emit --pytorch D -o vgg16.py
        vggc emit --pytorch D --train training
        vggc emit --svg D -o vgg16.svg
        vggc emit --dot D | dot -Tpdf -o vgg16.pdf

      The package's executable is run as NAME WEIGHTS INPUT.
      """)

  /// What the network is written as.
  enum Form: String, EnumerableFlag {
    case swift
    case pytorch
    case json
    case svg
    case dot

    static func help(for form: Form) -> ArgumentHelp? {
      switch form {
      case .swift: "Swift source with the shapes in the types; it links VGGRuntime."
      case .pytorch: "A Python module for PyTorch whose state dict has torchvision's names."
      case .json: "The checked graph; Docs/schema/graph.schema.json describes it."
      case .svg: "A picture of the feature maps, legible in light and dark."
      case .dot: "The layers for Graphviz."
      }
    }

    /// The ending of a file's name.
    var fileExtension: String { self == .pytorch ? "py" : rawValue }
  }

  @Argument(
    help: "A path, - for standard input, or the name of a built-in configuration.",
    completion: .file())
  var file: String?

  @OptionGroup var model: ModelOptions

  @Flag var chosenForm: Form?

  @Option(
    name: .shortAndLong,
    help: "Write to this file, or into this folder, instead of standard output.",
    completion: .file())
  var output: String?

  @Option(help: "With --swift: write a whole package into this folder.", completion: .directory)
  var package: String?

  @Option(
    help: ArgumentHelp(
      "With --package: where the package finds VGGRuntime.",
      discussion:
        "The path or URL of the vggc package; default: the checkout in which this vggc was built.",
      valueName: "path-or-url"))
  var runtime: String?

  @Option(
    help: "Check first that this weight file, safetensors or .pth, fits.", completion: .file())
  var weights: String?

  @Option(
    name: .customLong("init"),
    help:
      "With --package: also write weights.safetensors, initialised from this seed as torchvision does."
  )
  var seed: UInt64?

  @Flag(help: "With --pytorch: only what PyTorch prints for the module's features.")
  var sequential = false

  @Option(
    help:
      "With --pytorch: write a project that trains the network, on one machine or many, into this folder.",
    completion: .directory)
  var train: String?

  private var fileExtension: String { sequential ? "txt" : form.fileExtension }

  private var form: Form { chosenForm ?? .swift }

  func validate() throws {
    guard chosenForm != nil else {
      throw ValidationError("say what to write: --swift, --pytorch, --json, --svg or --dot")
    }
    if package != nil, form != .swift { throw ValidationError("--package goes with --swift") }
    if package != nil, output != nil {
      throw ValidationError("--package names the folder; leave -o out")
    }
    if package == nil, runtime != nil { throw ValidationError("--runtime goes with --package") }
    if package == nil, seed != nil { throw ValidationError("--init goes with --package") }
    if sequential, form != .pytorch { throw ValidationError("--sequential goes with --pytorch") }
    if train != nil, form != .pytorch { throw ValidationError("--train goes with --pytorch") }
    if train != nil, output != nil {
      throw ValidationError("--train names the folder; leave -o out")
    }
    if train != nil, sequential { throw ValidationError("take --train or --sequential, not both") }
    if weights != nil, seed != nil { throw ValidationError("take --weights or --init, not both") }
  }

  func run() throws {
    let found = try Inputs.findOrD(file)
    found.announce()
    let compilation = try Inputs.checkWeights(
      weights, fit: try Inputs.compile(found.file, model: model))
    Inputs.show(compilation)
    guard !compilation.diagnostics.hasErrors else { throw ExitCode.unsound }
    if package != nil { return try emitPackage(of: compilation) }
    if let train { return try EmitTrainingProject.run(compilation, into: train) }
    if let output, output.hasSuffix("/") || FileKind(of: output) == .folder {
      return try emit(compilation, into: output)
    }
    let text =
      switch form {
      case .swift: emitSwift(compilation.networks, provenance(of: compilation))
      case .pytorch: python(compilation.networks, provenance(of: compilation))
      case .json: joinedJSON(try compilation.graphs.map { try json($0, of: compilation) })
      case .svg: svgDiagram(compilation.graphs, comment: provenance(of: compilation).sentence)
      case .dot: dotDiagram(compilation.graphs, comment: provenance(of: compilation).sentence)
      }
    guard let output else { return try Console.write(text) }
    try Output.write(Array(text.utf8), to: output)
  }

  /// Each model in a file of its own.
  private func emit(_ compilation: Compilation, into folder: String) throws {
    for network in compilation.networks {
      let text =
        switch form {
        case .swift: emitSwift([network], compilation.provenance(of: network.graph))
        case .pytorch: python([network], compilation.provenance(of: network.graph))
        case .json: try json(network.graph, of: compilation)
        case .svg: svgDiagram([network.graph], comment: compilation.provenance.sentence)
        case .dot: dotDiagram([network.graph], comment: compilation.provenance.sentence)
        }
      let path =
        "\(folder.hasSuffix("/") ? folder : folder + "/")\(network.typeName).\(fileExtension)"
      try Output.write(Array(text.utf8), to: path, makingFolders: true)
    }
  }

  /// The command in a file of several models names the one that was chosen, if one was.
  private func provenance(of compilation: Compilation) -> Provenance {
    guard model.name != nil, let graph = compilation.graphs.first else {
      return compilation.provenance
    }
    return compilation.provenance(of: graph)
  }

  private func json(_ graph: ModelGraph, of compilation: Compilation) throws -> String {
    try emitJSON(graph, compilation.provenance(of: graph))
  }

  private func python(_ networks: [NamedNetwork], _ provenance: Provenance) -> String {
    sequential
      ? networks.map { printedFeatures($0.graph) }.joined() : emitPyTorch(networks, provenance)
  }

  /// Several graphs as a JSON array.
  private func joinedJSON(_ texts: [String]) -> String {
    texts.count == 1 ? texts[0] : "[\n" + texts.joined(separator: ",\n") + "]\n"
  }

  private func emitPackage(of compilation: Compilation) throws {
    guard let folder = package else { return }
    guard compilation.networks.count == 1, let network = compilation.networks.first else {
      let names = compilation.modelNames.joined(separator: ", ")
      Console.complain(
        "a package holds one model, and the file has \(names); choose with --model")
      throw ExitCode.usage
    }
    let files = VGGEmitters.emitPackage(
      network, compilation.provenance(of: network.graph),
      runtime: try RuntimeLocation.find(runtime, for: folder))
    let weights = "\(folder)/weights.safetensors"
    for file in files { try Output.refuseToReplace("\(folder)/\(file.path)") }
    if seed != nil { try Output.refuseToReplaceWeights(weights) }
    for file in files {
      try Output.write(Array(file.contents.utf8), to: "\(folder)/\(file.path)", makingFolders: true)
    }
    if let seed { try Output.writeInitialWeights(of: network.graph, seed: seed, to: weights) }
    let run = "swift run -c release --package-path \(folder) \(network.typeName)"
    Console.remark(
      "wrote \(folder); run it with: \(run) \(seed == nil ? "WEIGHTS" : weights) INPUT")
  }
}
