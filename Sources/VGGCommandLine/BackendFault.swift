import VGGDiagnostics
import VGGWeights

/// The reasons why a backend of `vggc verify` has no answer.
package enum BackendFault: Hashable, Sendable {
  /// No home folder, in whose cache the emitted package is built.
  case noCache
  /// No known folder in which a vgg could be next to vggc.
  case unknownFolder
  /// No vgg next to vggc.
  case noRunner(folder: String)
  case noProgram(String)
  /// A Python interpreter that lacks a module.
  case noModule(String, python: String)
  case notStarted(String, reason: String)
  /// A program that printed no error.
  case exited(status: Int32)
  case unwritten(String, WritingRefusal)
  /// Weights, or a backend's answer, that cannot be read.
  case weights(WeightError)
  /// A state dict with other tensors than the PyTorch module's, which are listed.
  case otherTensors(String)
  /// No values for the layer that is the network's output.
  case noOutput(layer: String)
  /// A program that is not ready, for a reason in its own words.
  case unavailable(String, program: String)
  /// A program's own words.
  case quoted(String)
}

extension BackendFault {
  /// The reason in English.
  package var reason: String {
    switch self {
    case .noCache: "the package is built in the home folder's cache, but no home folder is set"
    case .unknownFolder: "cannot find the folder that contains vggc"
    case .noRunner(let folder): "there is no vgg next to vggc in \(folder)"
    case .noProgram(let program): "\(program) not found"
    case .noModule(let module, let python): "no module \(module) for \(python)"
    case .notStarted(let program, let reason): "cannot start \(program): \(reason)"
    case .exited(let status): "it exited with status \(status)"
    case .unwritten(let path, let refusal): English().cannotWrite(path, refusal)
    case .weights(let error): "\(error)"
    case .otherTensors(let names): "the state dicts differ in \(names)"
    case .noOutput(let layer): "it returned no values for \(layer), the network's output"
    case .unavailable(let words, let program): "\(words) for \(program)"
    case .quoted(let words): words
    }
  }
}
