import ArgumentParser
import VGGWeights

extension Inputs {
  /// The weights in the file at `path` under torchvision's names, with remarks on how they were found.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why.
  package static func openWeights(_ path: String) throws -> RenamedWeights {
    do throws(WeightError) {
      let weights = RenamedWeights(try WeightFile(path: path))
      weights.announce()
      return weights
    } catch {
      Console.complain("cannot read weights: \(error)")
      throw ExitCode.noInput
    }
  }
}

extension RenamedWeights {
  /// Says how the tensors were found and named, where that is not plain from the file.
  package func announce() {
    for remark in file.remarks + remarks { Console.remark("\(file.path): \(remark)") }
  }
}
