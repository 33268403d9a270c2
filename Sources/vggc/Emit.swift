import ArgumentParser
import VGGCompiler
import VGGDiagnostics
import VGGEmitters
import VGGGraph

/// `vggc emit`: the checked network as Swift source, as a Swift package, or as JSON.
struct Emit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the network as Swift source, a Swift package, or JSON.",
    discussion: """
      Without FILE, takes vgg.yaml in the current folder, or else configuration D. Of a file with several models \
      all are written, one after the other, or each to a file of its own where -o names a folder.

      Examples:
        vggc emit --swift Configs/custom.yaml -o Custom.swift
        vggc emit --swift Configs/custom.yaml --package Custom --init 7
        vggc emit --json D

      The package's executable is run as NAME WEIGHTS INPUT.
      """)

  /// What the network is written as.
  enum Form: String, EnumerableFlag {
    case swift
    case json

    static func help(for form: Form) -> ArgumentHelp? {
      switch form {
      case .swift: "Swift source with the shapes in the types; it links VGGRuntime."
      case .json: "The checked graph; Docs/schema/graph.schema.json describes it."
      }
    }

    /// The ending of a file's name.
    var fileExtension: String { rawValue }
  }

  @Argument(
    help: "A path, - for standard input, or the name of a built-in configuration.",
    completion: .file())
  var file: String?

  @OptionGroup var model: ModelOptions

  @Flag var form: Form

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
    help: "Check first that this safetensors file's weights fit the network.", completion: .file())
  var weights: String?

  @Option(
    name: .customLong("init"),
    help:
      "With --package: also write weights.safetensors, initialised from this seed as torchvision does."
  )
  var seed: UInt64?

  func validate() throws {
    if package != nil, form != .swift { throw ValidationError("--package goes with --swift") }
    if package != nil, output != nil {
      throw ValidationError("--package names the folder; leave -o out")
    }
    if package == nil, runtime != nil { throw ValidationError("--runtime goes with --package") }
    if package == nil, seed != nil { throw ValidationError("--init goes with --package") }
    if weights != nil, seed != nil { throw ValidationError("take --weights or --init, not both") }
  }

  func run() throws {
    let found = try Inputs.findOrD(file)
    found.announce()
    let compilation = try Inputs.checkWeights(
      weights, fit: try Inputs.compile(found.file, model: model))
    Inputs.show(compilation)
    guard !compilation.diagnostics.hasErrors else { throw ExitCode.unsound }
    let graphs = compilation.graphs
    if let package {
      return try emitPackage(graphs, to: package, provenance: compilation.provenance)
    }
    try refuseSharedNames(graphs)
    let texts = try graphs.map { graph in
      let provenance = compilation.provenance(of: graph)
      return switch form {
      case .swift: emitSwift(graph, provenance)
      case .json: try emitJSON(graph, provenance)
      }
    }
    try write(texts, of: graphs)
  }

  /// Two models of one Swift name would be declared twice, or written over each other.
  private func refuseSharedNames(_ graphs: [ModelGraph]) throws {
    var owners: [String: String] = [:]
    for graph in graphs {
      let name = SwiftNamer.typeName(graph.name)
      if let other = owners.updateValue(graph.name, forKey: name.lowercased()) {
        Console.complain(
          "the models \(other) and \(graph.name) would both be named \(name); rename one, or choose with --model"
        )
        throw ExitCode.usage
      }
    }
  }

  // MARK: - Writing

  private func write(_ texts: [String], of graphs: [ModelGraph]) throws {
    guard let output else { return try Console.write(joined(texts)) }
    guard Output.isFolder(output) else {
      return try Output.write(Array(joined(texts).utf8), to: output)
    }
    for (text, graph) in zip(texts, graphs) {
      let name = SwiftNamer.typeName(graph.name)
      try Output.write(Array(text.utf8), to: "\(output)/\(name).\(form.fileExtension)")
    }
  }

  /// Several models in one file: declarations one after the other, or a JSON array.
  private func joined(_ texts: [String]) -> String {
    switch form {
    case .swift: texts.joined(separator: "\n")
    case .json: texts.count == 1 ? texts[0] : "[\n" + texts.joined(separator: ",\n") + "]\n"
    }
  }

  private func emitPackage(
    _ graphs: [ModelGraph], to folder: String, provenance: (ModelGraph) -> Provenance
  ) throws {
    guard graphs.count == 1, let graph = graphs.first else {
      Console.complain(
        "a package holds one model, and the file has \(graphs.map(\.name).joined(separator: ", ")); choose "
          + "with --model")
      throw ExitCode.usage
    }
    let files = VGGEmitters.emitPackage(
      graph, provenance(graph), runtime: try RuntimeLocation.find(runtime, for: folder))
    try Output.refuseForeignPackage(in: folder)
    for file in files {
      try Output.write(Array(file.contents.utf8), to: "\(folder)/\(file.path)", makingFolders: true)
    }
    if let seed {
      try Output.writeInitialWeights(of: graph, seed: seed, to: "\(folder)/weights.safetensors")
    }
    let name = SwiftNamer.typeName(graph.name)
    let weights = seed == nil ? "WEIGHTS" : "\(folder)/weights.safetensors"
    Console.remark(
      "wrote \(folder); run it with: swift run -c release --package-path \(folder) \(name) \(weights) INPUT"
    )
  }
}
