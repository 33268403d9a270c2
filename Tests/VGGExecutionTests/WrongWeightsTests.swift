import Testing
import VGGExecution
import VGGGraph
import VGGTestSupport
import VGGWeights

/// Weights of another network are refused, whichever tensor shows the difference.
@Suite struct WrongWeightsTests {
  private static let configuration = """
    input: [2, 6, 6]
    batch_norm: true
    features: [3, M, {conv: 4, bias: false}]
    classifier: [linear: 5, relu, linear: {out: 2, bias: false}]
    """

  @Test func aMissingTensorIsNamed() throws {
    for name in try tensors().map(\.name) {
      let error = try error(of: tensors().filter { $0.name != name })
      #expect(error?.kind == .missing)
      #expect(error?.description.contains(name) == true, "\(error?.description ?? "no error")")
    }
  }

  @Test func aTensorOfAnotherShapeIsNamed() throws {
    for name in try tensors().map(\.name) {
      let error = try error(
        of: tensors().map { tensor in
          guard tensor.name == name else { return tensor }
          return TensorDescription(
            name: name, shape: [tensor.shape[0] + 1] + tensor.shape.dropFirst())
        })
      #expect(error?.kind == .mismatched)
      #expect(error?.description.contains(name) == true, "\(error?.description ?? "no error")")
    }
  }

  private func tensors() throws -> [TensorDescription] {
    try graph(Self.configuration).layers.flatMap(\.stateTensors).map {
      TensorDescription(name: $0.name, shape: $0.shape)
    }
  }

  /// Returns a program's error for a file with these tensors.
  private func error(of tensors: [TensorDescription]) throws -> WeightError? {
    try withTemporaryFolder { folder in
      let path = "\(folder.path)/weights.safetensors"
      try writeSafetensors(tensors, from: VariedWeights(), to: path)
      let file = try WeightFile(path: path)
      let graph = try graph(Self.configuration)
      return #expect(throws: WeightError.self) {
        try Program(graph, weights: file)
      }
    }
  }
}
