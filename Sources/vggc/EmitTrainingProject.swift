import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters

/// `vggc emit --pytorch --train`: a project that trains the network.
enum EmitTrainingProject {
  /// Writes the project into `folder`, replacing only files that vggc generated.
  static func run(_ compilation: Compilation, into folder: String, in language: Language) throws {
    guard compilation.networks.count == 1, let network = compilation.networks.first else {
      let names = compilation.modelNames.joined(separator: ", ")
      Console.reportError(language.emitPhrases.takesOneModel(.project, names: names), in: language)
      throw ExitCode.usage
    }
    let files = try files(of: network, compilation, in: language)
    for file in files { try Output.refuseToReplace("\(folder)/\(file.path)") }
    try Output.writeTogether { group in
      for file in files {
        try group.add(Array(file.contents.utf8), to: "\(folder)/\(file.path)")
      }
    }
    Console.remark(language.commandPhrases.wroteProject(folder), in: language)
  }

  private static func files(
    of network: NamedNetwork, _ compilation: Compilation, in language: Language
  ) throws -> [EmittedFile] {
    do {
      return try emitTraining(network, compilation.provenance(of: network.graph))
    } catch {
      Console.reportError(language.emitPhrases.cannotTrain(network.graph.name, error), in: language)
      throw ExitCode.unsound
    }
  }
}
