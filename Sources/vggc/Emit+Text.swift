import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGGraph

extension Emit {
  /// Writes text: that of all models to a file or to standard output, or each model's to a separate
  /// file in a folder.
  ///
  /// - Parameter text: Writes the text of one model or several.
  func writeText(
    of compilation: Compilation, _ text: ([NamedNetwork], Provenance, TextSink) throws -> Void
  ) throws {
    if let outputFolder {
      return try Output.writeTogether { group in
        for network in compilation.networks {
          let path = "\(outputFolder)\(network.typeName).\(fileExtension)"
          try Output.add(to: path, in: group) { sink in
            try text([network], compilation.provenance(of: network.graph), sink)
          }
        }
      }
    }
    try Output.write(to: output?.path) { sink in
      try text(compilation.networks, provenance(of: compilation), sink)
    }
  }

  /// If a file has several models and one was chosen, the command names that model.
  private func provenance(of compilation: Compilation) -> Provenance {
    guard model.name != nil, let graph = compilation.graphs.first else {
      return compilation.provenance
    }
    return compilation.provenance(of: graph)
  }

  /// Writes modules for PyTorch, or with `--sequential` the printed form of their features in PyTorch.
  func writePython(_ networks: [NamedNetwork], _ provenance: Provenance, to sink: TextSink) {
    guard sequential else { return writePyTorch(networks, provenance, to: sink) }
    for network in networks { writeFeatures(network.graph, to: sink) }
  }

  /// One graph as a JSON object, several as an array of them.
  func writeJSON(
    _ networks: [NamedNetwork], of compilation: Compilation, to sink: TextSink
  ) throws {
    for (index, network) in networks.enumerated() {
      if networks.count > 1 { sink.write(index == 0 ? "[\n" : ",\n") }
      try VGGEmitters.writeJSON(
        network.graph, compilation.provenance(of: network.graph), to: sink)
    }
    if networks.count > 1 { sink.write("]\n") }
  }
}
