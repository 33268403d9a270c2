import ArgumentParser
import VGGCommandLine
import VGGCompiler
import VGGEmitters
import VGGGraph

extension Emit {
  /// Writes text: that of all models to a file or to standard output, or each model's to a file of
  /// its own in a folder.
  ///
  /// - Parameter text: makes the text of one model or several.
  func writeText(
    of compilation: Compilation, _ text: ([NamedNetwork], Provenance) throws -> String
  ) throws {
    if let outputFolder {
      for network in compilation.networks {
        let path = "\(outputFolder)\(network.typeName).\(fileExtension)"
        let text = try text([network], compilation.provenance(of: network.graph))
        try Output.write(Array(text.utf8), to: path, makingFolders: true)
      }
      return
    }
    try Output.write(text(compilation.networks, provenance(of: compilation)), to: output?.path)
  }

  /// The command in a file of several models names the one that was chosen, if one was.
  private func provenance(of compilation: Compilation) -> Provenance {
    guard model.name != nil, let graph = compilation.graphs.first else {
      return compilation.provenance
    }
    return compilation.provenance(of: graph)
  }

  /// Modules for PyTorch, or with `--sequential` what PyTorch prints of their features.
  func pythonSource(_ networks: [NamedNetwork], _ provenance: Provenance) -> String {
    sequential
      ? networks.map { printedFeatures($0.graph) }.joined() : emitPyTorch(networks, provenance)
  }

  /// One graph as a JSON object, several as an array of them.
  func json(_ networks: [NamedNetwork], of compilation: Compilation) throws -> String {
    let texts = try networks.map {
      try emitJSON($0.graph, compilation.provenance(of: $0.graph))
    }
    return texts.count == 1 ? texts[0] : "[\n" + texts.joined(separator: ",\n") + "]\n"
  }
}
