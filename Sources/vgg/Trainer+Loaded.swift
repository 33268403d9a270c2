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
    try Trainers.reportingErrors {
      guard let path else {
        return try Trainer(
          graph, weights: SeededInitializer(seed: seed, slopes: graph.slopeNames), options: options)
      }
      return try Trainer(graph, weights: RenamedWeights.opened(path, for: graph), options: options)
    }
  }
}
