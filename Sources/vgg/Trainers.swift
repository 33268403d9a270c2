import ArgumentParser
import VGGCommandLine
import VGGGraph
import VGGTraining
import VGGWeights

/// Trainers from what a command line names.
enum Trainers {
  /// A trainer of `graph` that starts from the weights of the file at `path`, or from random ones.
  ///
  /// - Throws: The exit status, after saying why.
  static func load(
    _ graph: ModelGraph, weights path: String?, seed: UInt64, _ options: TrainingOptions
  ) throws -> Trainer {
    do {
      guard let path else {
        return try Trainer(graph, weights: SeededInitializer(seed: seed), options: options)
      }
      return try Trainer(graph, weights: SafetensorsFile(path: path), options: options)
    } catch let error as WeightError {
      Console.complain("\(error)")
      throw error.kind == .unreadable ? ExitCode.noInput : ExitCode.unsound
    } catch let error as UntrainableNetwork {
      Console.complain("\(error)")
      throw ExitCode.unsound
    }
  }
}
