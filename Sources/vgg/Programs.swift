import ArgumentParser
import VGGCommandLine
import VGGExecution
import VGGGraph
import VGGWeights

/// Programs from what a command line names.
enum Programs {
  /// The planned network with the weights of the file at `path`, or random ones.
  ///
  /// - Throws: The exit status, after saying why.
  static func load(
    _ graph: ModelGraph, weights path: String?, seed: UInt64, _ options: ExecutionOptions,
    isCached: Bool
  ) throws -> Program {
    do {
      guard let path else {
        return try Program(graph, weights: SeededInitializer(seed: seed), options: options)
      }
      let cache =
        isCached ? PackedWeightsCache(of: path) { Console.remark($0) } : nil
      return try Program(
        graph, weights: SafetensorsFile(path: path), options: options, cache: cache)
    } catch let error as WeightError {
      Console.complain("\(error)")
      throw error.kind == .unreadable ? ExitCode.noInput : ExitCode.unsound
    } catch let error as UnrunnableNetwork {
      Console.complain("\(error)")
      throw ExitCode.unsound
    }
  }
}
