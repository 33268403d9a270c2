import ArgumentParser
import VGGCommandLine
import VGGCompute
import VGGExecution
import VGGGraph
import VGGInsight
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
      return try Program(
        graph, weights: weights, options: options, cache: isCached ? cache(of: weights) : nil)
    } catch let error as WeightError {
      throw Inputs.report(error)
    } catch let error as ComputeError {
      throw report(error)
    }
  }

  /// The same network, planned to be looked into.
  ///
  /// - Throws: The exit status, after saying why.
  static func insight(
    _ graph: ModelGraph, layers: [ChosenLayer], explaining explained: ChosenLayer?,
    weights path: String?, seed: UInt64, _ options: ExecutionOptions, isCached: Bool
  ) throws -> Insight {
    do {
      guard let path else {
        return try Insight(
          graph, layers: layers, explaining: explained,
          weights: SeededInitializer(seed: seed, slopes: graph.slopeNames), options: options)
      }
      let weights = try RenamedWeights.opened(path, for: graph)
      return try Insight(
        graph, layers: layers, explaining: explained, weights: weights, options: options,
        cache: isCached ? cache(of: weights) : nil)
    } catch let error as WeightError {
      throw Inputs.report(error)
    } catch let error as ComputeError {
      throw report(error)
    } catch let error as InsightError {
      throw report(error)
    }
  }

  private static func cache(of weights: RenamedWeights) -> PackedWeightsCache {
    PackedWeightsCache(of: weights.file) {
      Console.remark(Console.language.runPhrases.words(for: $0))
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

  /// Reports a network that cannot be looked into, or a layer or class that it doesn't have.
  static func report(_ error: InsightError) -> ExitCode {
    Console.reportError(Console.language.insightPhrases.words(for: error))
    return error.isAWrongName ? .usage : .unsound
  }

  /// Reports a network that cannot be run.
  static func report(_ error: ComputeError) -> ExitCode {
    Console.reportError(Console.language.runPhrases.words(for: error))
    return .unsound
  }
}

extension InsightError {
  /// Whether a command names a layer or a class that the network doesn't have.
  fileprivate var isAWrongName: Bool {
    switch self {
    case .unknownLayer, .noMap, .noFilters, .unknownClass, .ambiguousClass, .window: true
    case .noMaps, .noClasses, .notFinite, .softmaxInside: false
    }
  }
}
