import ArgumentParser
import VGGWeights

extension Inputs {
  /// The weights in the file at `path` under torchvision's names, with remarks on how they were found; a file that is not
  /// as it was written is refused.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why.
  package static func openWeights(_ path: String) throws -> RenamedWeights {
    try reportingUnreadableWeights { () throws(WeightError) in try .opened(path) }
  }

  /// The same of a file that is to be looked at, whatever its bytes.
  package static func openWeightsUnverified(_ path: String) throws -> RenamedWeights {
    try reportingUnreadableWeights { () throws(WeightError) in
      try .announced(WeightFile(path: path))
    }
  }

  private static func reportingUnreadableWeights(
    _ open: () throws(WeightError) -> RenamedWeights
  ) throws -> RenamedWeights {
    do {
      return try open()
    } catch {
      Console.reportError("cannot read weights: \(error)")
      throw ExitCode.noInput
    }
  }
}

extension RenamedWeights {
  /// The weights in the file at `path`, which has the bytes of its checksum, with remarks on how they were found.
  package static func opened(_ path: String) throws(WeightError) -> RenamedWeights {
    announced(try WeightFile(verifiedAt: path))
  }

  /// The weights in `file`, after saying how the tensors were found and named, where that is not plain.
  fileprivate static func announced(_ file: WeightFile) -> RenamedWeights {
    let weights = RenamedWeights(file)
    for remark in file.remarks + weights.remarks { Console.remark("\(file.path): \(remark)") }
    return weights
  }
}
