import ArgumentParser
import VGGCommandLine
import VGGCompute
import VGGExecution
import VGGGraph
import VGGWeights

/// Makes programs from command-line arguments.
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
        return try Program(
          graph, weights: SeededInitializer(seed: seed, slopes: graph.slopeNames), options: options)
      }
      let weights = try RenamedWeights.opened(path, for: graph)
      let cache =
        isCached
        ? PackedWeightsCache(of: weights.file) {
          Console.remark(Console.language.runPhrases.words(for: $0))
        } : nil
      return try Program(graph, weights: weights, options: options, cache: cache)
    } catch let error as WeightError {
      throw Inputs.report(error)
    } catch let error as ComputeError {
      throw report(error)
    }
  }

  /// Returns the result of `body`; reports a network that cannot be run.
  static func reportingErrors<Result>(
    _ body: () throws(ComputeError) -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch {
      throw report(error)
    }
  }

  private static func report(_ error: ComputeError) -> ExitCode {
    Console.reportError(Console.language.runPhrases.words(for: error))
    return .unsound
  }
}
