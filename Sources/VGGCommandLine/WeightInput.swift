import ArgumentParser
import VGGWeights

extension Inputs {
  /// The weights in the file at `path` under torchvision's names, with remarks on how they were found.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why.
  package static func openWeights(_ path: String) throws -> RenamedWeights {
    do throws(WeightError) {
      return try .opened(path)
    } catch {
      Console.reportError("cannot read weights: \(error)")
      throw ExitCode.noInput
    }
  }
}

extension RenamedWeights {
  /// The weights in the file at `path`, with remarks on how they were found.
  package static func opened(_ path: String) throws(WeightError) -> RenamedWeights {
    let weights = RenamedWeights(try WeightFile(path: path))
    weights.announce()
    return weights
  }

  /// Says how the tensors were found and named, where that is not plain from the file.
  private func announce() {
    for remark in file.remarks + remarks { Console.remark("\(file.path): \(remark)") }
  }
}
