import Testing
import VGGRuntime

/// A source of weights outside this package, with `import VGGRuntime` alone.
@Suite struct OwnWeightSourceTests {
  /// Weights by name, in memory.
  private struct MemoryWeights: WeightSource {
    let tensors: [String: WeightTensor]

    func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
      guard let tensor = tensors[name] else {
        throw WeightError(.missing, file: "store", "it has no '\(name)'")
      }
      guard tensor.shape == shape else {
        throw WeightError(.mismatched, "'\(name)' has another shape")
      }
      return tensor
    }
  }

  @Test func suppliesALayer() throws {
    let weights = MemoryWeights(tensors: [
      "fc.weight": WeightTensor([1, 2, 3, 4], shape: [2, 2]),
      "fc.bias": WeightTensor([10, 20], shape: [2]),
    ])
    let layer = try Linear<2, 2>("fc", from: weights)
    #expect(layer(try FeatureVector([1, 1])).values == [13, 27])
  }

  @Test func itsErrorsReachTheCaller() {
    let error = #expect(throws: WeightError.self) {
      try Linear<2, 2>("fc", from: MemoryWeights(tensors: [:]))
    }
    #expect(error?.kind == .missing)
    #expect(error?.description == "store: it has no 'fc.weight'")
    #expect(error?.reason == "it has no 'fc.weight'" && error?.offset == nil)
  }

  /// The types that public signatures name.
  @Test func everyTypeCanBeNamed() throws {
    let container: WeightContainer = .safetensors
    let element: ElementType = .float32
    let description = TensorDescription(name: "a", type: element, shape: [2])
    let kind: WeightError.Kind = .missing
    let network: ClassifierProgram<1, 1, 1, 1>.Network = { (_: RenamedWeights, _) in
      try FeatureVector([0])
    }
    let weights = WeightFile.self as any WeightSource.Type
    let (resize, filter): (PhotoResize, PhotoInterpolation) = (.shorterSide(4), .bicubic)
    #expect(
      "\(container) \(kind) \(resize) \(filter)" == "safetensors missing shorterSide(4) bicubic")
    #expect(description.byteCount == 8)
    #expect("\(type(of: network))".contains("RenamedWeights") && weights == WeightFile.self)
  }
}
