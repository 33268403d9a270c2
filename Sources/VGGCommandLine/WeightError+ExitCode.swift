import ArgumentParser
import VGGWeights

extension WeightError {
  /// The exit status for weights that could not be used.
  package var exitCode: ExitCode {
    switch kind {
    case .unreadable: .noInput
    case .unwritable: .cannotCreate
    case .malformed, .missing, .mismatched, .tooLarge: .unsound
    }
  }
}
