import VGGCommandLine
import VGGWeights

/// All tensors, by name, of a safetensors file that a backend wrote.
///
/// - Throws: ``BackendFailure`` if it is not a safetensors file.
func tensors(of path: String) throws -> [String: [Float]] {
  do {
    let file = try WeightFile(path: path)
    return try file.tensors.reduce(into: [:]) { values, tensor in
      values[tensor.name] = try file.tensor(tensor.name).values
    }
  } catch let error as WeightError {
    throw BackendFailure(.weights(error))
  }
}
