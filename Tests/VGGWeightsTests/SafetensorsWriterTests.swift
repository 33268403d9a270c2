import Foundation
import Testing
import VGGTestSupport

@testable import VGGWeights

@Suite struct SafetensorsWriterTests {
  private let folder: TemporaryFolder
  private let tensors = [
    TensorDescription(name: "features.0.weight", shape: [8, 3, 3, 3]),
    TensorDescription(name: "features.0.bias", shape: [8]),
    TensorDescription(name: "classifier.0.weight", shape: [40, 600]),
  ]

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func writesWhatIsReadAgain() throws {
    let path = folder.path + "/w.safetensors"
    let source = SeededInitializer(seed: 5)
    try writeSafetensors(tensors, from: source, metadata: ["seed": "5", "q\"": "\u{1}"], to: path)
    let file = try WeightFile(path: path)
    #expect(file.tensors == tensors)
    #expect(
      file.metadata.filter { $0.key != "checksum" } == ["seed": "5", "q\"": "\u{1}"])
    for tensor in tensors {
      let written = try file.tensor(tensor.name, shape: tensor.shape).values
      #expect(try written == source.tensor(tensor.name, shape: tensor.shape).values)
    }
    #expect(try folder.contents() == ["w.safetensors"])
  }

  @Test func givesTheSameBytesAgainAndAlignsTheData() throws {
    let (first, second) = (folder.path + "/1", folder.path + "/2")
    let metadata = ["a": "1", "b": "2", "c": "3"]
    try writeSafetensors(tensors, from: SeededInitializer(seed: 5), metadata: metadata, to: first)
    try writeSafetensors(tensors, from: SeededInitializer(seed: 5), metadata: metadata, to: second)
    let bytes = try Data(contentsOf: URL(filePath: first))
    #expect(try bytes == Data(contentsOf: URL(filePath: second)))
    #expect(bytes[0].isMultiple(of: 8))
  }

  /// `WeightFile` is itself a source: files can be copied, and converted to F32.
  @Test func convertsAFile() throws {
    let types = Bundle.module.bundleURL.appending(path: "Golden/types.safetensors").path
    let path = folder.path + "/copy"
    let half = TensorDescription(name: "f16", type: .float16, shape: [11])
    try writeSafetensors([half], from: WeightFile(path: types), to: path)
    let copy = try WeightFile(path: path)
    #expect(copy.tensors == [TensorDescription(name: "f16", type: .float32, shape: [11])])
    #expect(try copy.tensor("f16").values[3] == -2.5)
  }

  @Test func leavesTheOldFileWhenItFails() throws {
    let path = try folder.write([1, 2, 3], to: "kept")
    let tensors = tensors + [TensorDescription(name: "unknown.gamma", shape: [1])]
    #expect(throws: WeightError.self) {
      try writeSafetensors(tensors, from: SeededInitializer(seed: 0), to: path)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data([1, 2, 3]))
    #expect(try folder.contents() == ["kept"])
  }

  @Test func replacesTheFileThatALinkLeadsTo() throws {
    let path = try folder.write([1], to: "file")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try writeSafetensors(tensors, from: SeededInitializer(seed: 0), to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(try WeightFile(path: path).tensors == tensors)
  }

  @Test func saysWhyItCannotWrite() throws {
    expectError("/dev/full: cannot write it: no space left on device", to: "/dev/full")
    expectError(
      "\(folder.path)/no/file: cannot write it: no such file or directory",
      to: "\(folder.path)/no/file")
    expectError("\(folder.path): cannot write it: it is a folder", to: folder.path)
    expectError("'': this is not a valid file path", to: "")
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
  }

  @Test func refusesTensorsThatNoFileCanHold() {
    let twice = [tensors[1], tensors[1]]
    expectError("w: two tensors have the name 'features.0.bias'", twice, to: "w")
    let reserved = [TensorDescription(name: "__metadata__", shape: [1])]
    expectError("w: two tensors have the name '__metadata__'", reserved, to: "w")
    let huge = [TensorDescription(name: "a", shape: [.max / 2])]
    expectError("w: tensor 'a' is too large for a file", huge, to: "w")
    let sum = [
      TensorDescription(name: "a", shape: [.max / 4]), TensorDescription(name: "b", shape: [2]),
    ]
    expectError("w: tensor 'b' is too large for a file", sum, to: "w")
  }

  private func expectError(
    _ message: String, _ tensors: [TensorDescription]? = nil, to path: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: WeightError.self, sourceLocation: sourceLocation) {
      try writeSafetensors(tensors ?? self.tensors, from: SeededInitializer(seed: 0), to: path)
    }
    #expect(error?.description == message, sourceLocation: sourceLocation)
    #expect(error?.kind == .unwritable, sourceLocation: sourceLocation)
  }
}
