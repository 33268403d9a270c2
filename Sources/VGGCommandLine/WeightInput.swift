import ArgumentParser
import VGGDiagnostics
import VGGGraph
import VGGWeightFit
import VGGWeights

extension Inputs {
  /// The weights in the file at `path` under torchvision's names, with remarks on how they were found; a file that has
  /// changed since it was written is refused.
  ///
  /// - Parameter graph: The network that they are for, if known.
  /// - Throws: The exit status for input that cannot be read, after saying why.
  package static func openWeights(
    _ path: String, for graph: ModelGraph? = nil
  ) throws -> RenamedWeights {
    try reportingUnreadableWeights { () throws(WeightError) in try .opened(path, for: graph) }
  }

  /// The same for each of several networks; a remark that is the same for all is printed once.
  package static func openWeights(
    _ path: String, for graphs: [ModelGraph]
  ) throws -> [RenamedWeights] {
    let file = try reportingUnreadableWeights { () throws(WeightError) in
      try WeightFile(verifiedAt: path)
    }
    let weights = graphs.map { RenamedWeights(file, for: $0.tensorDescriptions) }
    RenamedWeights.announce(file, weights)
    return weights
  }

  /// Opens a file for inspection, whatever its bytes and names.
  package static func openWeightFileUnverified(_ path: String) throws -> WeightFile {
    let file = try reportingUnreadableWeights { () throws(WeightError) in
      try WeightFile(path: path)
    }
    RenamedWeights.announce(file, [])
    return file
  }

  private static func reportingUnreadableWeights<Result>(
    _ open: () throws(WeightError) -> Result
  ) throws -> Result {
    do {
      return try open()
    } catch {
      Console.reportError(Console.language.faults.cannotReadWeights(error))
      throw ExitCode.noInput
    }
  }

  /// Reports why weights cannot be used.
  package static func report(_ error: WeightError) -> ExitCode {
    Console.reportError(Console.language.faults.words(for: error))
    return error.exitCode
  }

  /// Reports weights that a network does not fit.
  ///
  /// - Throws: The exit status, after saying why, if they do not fit.
  package static func refuseWeights(_ fit: WeightFit, in language: Language) throws {
    guard !fit.fits else { return }
    let stream = Console.Stream.error
    Console.writeError(
      WeightFitReport(file: fit.file, fits: [fit]).text(
        width: stream.width, style: stream.style, in: language))
    throw ExitCode.unsound
  }
}

extension RenamedWeights {
  /// The weights in the file at `path`, whose bytes match its checksum, with remarks on how they were found.
  ///
  /// - Parameter graph: The network that they are for, if known.
  package static func opened(
    _ path: String, for graph: ModelGraph? = nil
  ) throws(WeightError) -> RenamedWeights {
    let weights = RenamedWeights(
      try WeightFile(verifiedAt: path), for: graph?.tensorDescriptions)
    announce(weights.file, [weights])
    return weights
  }

  /// Reports how the tensors were found and named, if that is not obvious.
  fileprivate static func announce(_ file: WeightFile, _ weights: [RenamedWeights]) {
    let phrases = Console.language.faults
    var said: Set<String> = []
    for note in file.notes + weights.flatMap(\.notes) {
      let words = phrases.words(for: note)
      if said.insert(words).inserted { Console.remark("\(file.path): \(words)") }
    }
  }
}
