import VGGDiagnostics
import VGGGraph
import VGGImport
import VGGWeights

/// A file's weights under torchvision's names, for the network that was read from it.
package struct ImportedWeights: WeightSource {
  private let tensors: [String: StoredNumbers]
  private let shapes: [String: [Int]]
  /// The extents of a tensor's numbers in the file, if they differ from those of the state dict.
  private let stored: [String: [Int]]
  private let file: String

  /// - Parameters:
  ///   - layers: The file's layers that have weights, in the order in which they run.
  ///   - order: The order in which the file flattens a map.
  ///   - file: The file's name, for messages.
  /// - Throws: `WeightError` if the file's layers do not match those of the graph.
  init(
    _ layers: [StoredLayer], flattened order: ValueOrder, for graph: ModelGraph, file: String
  ) throws(WeightError) {
    let weighted = graph.layers.filter { !$0.stateTensors.isEmpty }
    guard weighted.count == layers.count else {
      throw WeightError(
        .mismatched, file: file,
        "it has weights for \(counted(layers.count, "layer")), but the network needs them for \(weighted.count)"
      )
    }
    var tensors: [String: StoredNumbers] = [:]
    var shapes: [String: [Int]] = [:]
    var stored: [String: [Int]] = [:]
    var hasLinear = false
    for (layer, given) in zip(weighted, layers) {
      for tensor in layer.stateTensors {
        let part = String(tensor.name.dropFirst(layer.name.count + 1))
        guard var numbers = given.tensors[part] else {
          throw WeightError(
            .missing, file: file, "layer \(quoted(given.name)) has no \(part) for \(tensor.name)")
        }
        let convolved = layer.kind.denseLinear?.convolution.tensors.first { $0.name == part }?.shape
        guard numbers.fits(convolved ?? tensor.shape) else {
          throw WeightError(
            .mismatched, file: file,
            "\(part) of layer \(quoted(given.name)) has shape \(numbers.shape), but \(tensor.name) needs \(convolved ?? tensor.shape)"
          )
        }
        stored[tensor.name] = convolved
        if convolved == nil, tensor.shape.count == 2, part == "weight" {
          let channels = graph.finalMap.channels
          if !hasLinear, order == .channelsLast, tensor.shape[1] != channels {
            numbers.forms.append(.channelsLast(channels: channels))
          }
          hasLinear = true
        }
        tensors[tensor.name] = numbers
        shapes[tensor.name] = tensor.shape
      }
    }
    (self.tensors, self.shapes, self.stored, self.file) = (tensors, shapes, stored, file)
  }

  package func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    guard let numbers = tensors[name], shapes[name] == shape else {
      throw WeightError(.missing, file: file, "there is no tensor \(quoted(name)) of this shape")
    }
    return numbers.tensor(stored[name] ?? shape).reshaped(to: shape)
  }
}

extension StoredNumbers {
  /// Whether the numbers fit a tensor with PyTorch's extents `target`, ignoring extents of one.
  fileprivate func fits(_ target: [Int]) -> Bool {
    var expected = target
    for form in forms {
      switch form {
      case .kernelLast where target.count == 4:
        expected = [target[2], target[3], target[1], target[0]]
      case .inputsFirst where target.count == 2: expected = [target[1], target[0]]
      case .kernelLast, .inputsFirst: return false
      case .channelsLast, .coloursReversed, .variances, .deviations, .divided, .zeros: break
      }
    }
    return shape.filter { $0 != 1 } == expected.filter { $0 != 1 }
  }
}
