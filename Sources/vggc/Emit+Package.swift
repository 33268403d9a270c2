import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGGraph

extension Emit {
  /// Writes a package to the folder that `--package` names, with weights if a seed is given.
  func writePackage(of compilation: Compilation) throws {
    guard let folder = package?.path else { return }
    guard compilation.networks.count == 1, let network = compilation.networks.first else {
      let names = compilation.modelNames.joined(separator: ", ")
      Console.reportError(
        language.language.emitPhrases.takesOneModel(.package, names: names), in: language.language)
      throw ExitCode.usage
    }
    let files = VGGEmitters.emitPackage(
      network, compilation.provenance(of: network.graph), access: accessLevel,
      runtime: try RuntimeLocation.find(
        runtime?.path, for: folder, in: language.language))
    let weights = "\(folder)/weights.safetensors"
    for file in files { try Output.refuseToReplace("\(folder)/\(file.path)") }
    if seed != nil { try Output.refuseToReplaceWeights(weights) }
    try Output.writeTogether { group in
      for file in files {
        try group.add(Array(file.contents.utf8), to: "\(folder)/\(file.path)")
      }
      guard let seed else { return }
      group.include(weights)
      try Output.writeInitialWeights(of: network.graph, seed: seed, to: weights)
    }
    let run = "swift run -c release --package-path \(folder) \(network.typeName)"
    Console.remark(
      language.language.commandPhrases.wrotePackage(
        folder, command: "\(run) \(seed == nil ? "WEIGHTS" : weights) INPUT"),
      in: language.language)
  }
}
