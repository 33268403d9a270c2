import ArgumentParser
import VGGWeights

extension Inputs {
  /// The weight file at `path`, with remarks on how its tensors were found.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why.
  package static func openWeights(_ path: String) throws -> WeightFile {
    do throws(WeightError) {
      let file = try WeightFile(path: path)
      file.announce()
      return file
    } catch {
      Console.complain("cannot read weights: \(error)")
      throw ExitCode.noInput
    }
  }
}

extension WeightFile {
  /// Says how the tensors were found, where that is not plain from the file.
  package func announce() {
    for remark in remarks { Console.remark("\(path): \(remark)") }
  }
}
