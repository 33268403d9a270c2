import Foundation
import Testing
import VGGTestSupport

@testable import VGGWeights

@Suite struct WeightFileTests {
  private let folder: TemporaryFolder
  private let types: WeightFile

  init() throws {
    folder = try TemporaryFolder()
    types = try WeightFile(
      path: Bundle.module.bundleURL.appending(path: "Golden/types.safetensors").path)
  }

  /// Compared with PyTorch's conversions, bit by bit: zeros of both signs, subnormals, infinity,
  /// NaN.
  @Test(arguments: ["f16", "bf16", "f32", "f64"])
  func readsEveryFloatingPointType(type: String) throws {
    let values = try types.tensor(type, shape: [11]).values
    let expected = try types.tensor("\(type).expected", shape: [11]).values
    for (value, expected) in zip(values, expected) {
      #expect(value.bitPattern == expected.bitPattern || (value.isNaN && expected.isNaN))
    }
    #expect(values.last?.isNaN == true)
  }

  @Test func knowsWhatTheFileHolds() throws {
    let names = types.tensors.map(\.name)
    #expect(Set(names).isSuperset(of: ["count", "mask", "empty", "scalar", "f16"]))
    let count = try #require(types.tensors.first { $0.name == "count" })
    #expect(count == TensorDescription(name: "count", type: .int64, shape: []))
    #expect(types.metadata["made_with"]?.hasPrefix("Scripts/make-goldens.py, torch ") == true)
  }

  @Test func readsScalarsAndEmptyTensors() throws {
    #expect(try types.tensor("scalar", shape: []).values == [0.5])
    let empty = try types.tensor("empty")
    #expect(empty.shape == [0, 3] && empty.values.isEmpty)
  }

  /// Two reads return the same memory: nothing is copied.
  @Test func readsFloat32InPlace() throws {
    let first = try types.tensor("f32").withUnsafeValues { $0.baseAddress }
    let second = try types.tensor("f32").withUnsafeValues { $0.baseAddress }
    #expect(first != nil && first == second)
  }

  @Test func keepsTheFileMappedForItsTensors() throws {
    func tensor() throws -> WeightTensor {
      let path = try folder.write(safetensors(#"{"a":\#(entry([2], 0, 8))}"#, [1, 2]), to: "a")
      let tensor = try WeightFile(path: path).tensor("a", shape: [2])
      try FileManager.default.removeItem(atPath: path)
      return tensor
    }
    #expect(try tensor().values == [1, 2])
  }

  @Test func copiesWhatIsNotAligned() throws {
    for padding in 0..<8 {
      let header = #"{"a":\#(entry([3], 0, 12))}"# + String(repeating: " ", count: padding)
      let path = try folder.write(safetensors(header, [1, -2, 3]), to: "padded-\(padding)")
      #expect(try WeightFile(path: path).tensor("a", shape: [3]).values == [1, -2, 3])
    }
  }

  @Test func saysWhichTensorIsMissing() throws {
    expectError("there is no tensor 'features.0.weight'; the file holds 12, the first is ") {
      try types.tensor("features.0.weight", shape: [1])
    }
    let path = try folder.write(
      safetensors(#"{"model.fc.bias":\#(entry([1], 0, 4))}"#, [1]), to: "prefixed")
    expectError(
      "there is no tensor 'fc.bias', but there is 'model.fc.bias': remove the prefix from the names"
    ) {
      try WeightFile(path: path).tensor("fc.bias", shape: [1])
    }
    let empty = try folder.write(safetensors("{}", []), to: "empty")
    expectError("there is no tensor 'a'; the file has no tensors") {
      try WeightFile(path: empty).tensor("a", shape: [1])
    }
  }

  @Test func saysWhichShapeOrTypeIsWrong() {
    expectError("tensor 'f32' has shape 11, but the network needs 64 x 3 x 3 x 3") {
      try types.tensor("f32", shape: [64, 3, 3, 3])
    }
    expectError("tensor 'scalar' has shape [] (a single number), but the network needs 1") {
      try types.tensor("scalar", shape: [1])
    }
    expectError("tensor 'count' is of type I64, but weights must be F32, F64, F16 or BF16") {
      try types.tensor("count", shape: [])
    }
  }

  @Test func saysWhatCannotBeOpened() throws {
    expectUnreadable("\(folder.path)/none", "cannot open it: no such file or directory")
    expectUnreadable(folder.path, "it is a folder, not a file")
    expectUnreadable("/dev/null", "it is not a regular file, so it cannot be mapped")
    expectUnreadable("", "cannot open it: no such file or directory")
    let error = #expect(throws: WeightError.self) { try WeightFile(path: "a\0b") }
    #expect(error?.description == #"'a\0b': a path cannot hold a NUL byte"#)
  }

  private func expectUnreadable(
    _ path: String, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: WeightError.self, sourceLocation: sourceLocation) {
      try WeightFile(path: path)
    }
    #expect(error?.description == "\(path): \(reason)", sourceLocation: sourceLocation)
    #expect(error?.kind == .unreadable, sourceLocation: sourceLocation)
  }

  private func expectError(
    _ reason: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> WeightTensor
  ) {
    let error = #expect(throws: WeightError.self, sourceLocation: sourceLocation) { try body() }
    #expect(
      error?.reason.hasPrefix(reason) == true, "\(error as Any)", sourceLocation: sourceLocation)
  }
}
