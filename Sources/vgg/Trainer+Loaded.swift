import ArgumentParser
import VGGCommandLine
import VGGGraph
import VGGTraining
import VGGWeights

extension Trainer {
  /// A trainer of `graph` that starts from the weights of the file at `path`, or from random ones.
  ///
  /// - Throws: The exit status, after saying why.
  static func loaded(
    _ graph: ModelGraph, weights path: String?, seed: UInt64, _ options: TrainingOptions
  ) throws -> Trainer {
    do {
      guard let path else {
        return try Trainer(graph, weights: SeededInitializer(seed: seed), options: options)
      }
      let weights = RenamedWeights(try WeightFile(path: path))
      weights.announce()
      return try Trainer(graph, weights: weights, options: options)
    } catch let error as WeightError {
      Console.complain("\(error)")
      throw error.kind == .unreadable ? ExitCode.noInput : ExitCode.unsound
    } catch let error as UntrainableNetwork {
      Console.complain("\(error)")
      throw ExitCode.unsound
    }
  }
}
