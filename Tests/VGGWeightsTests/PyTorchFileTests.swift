import Foundation
import Testing
import VGGTestSupport

@testable import VGGWeights

/// PyTorch's files, compared with PyTorch's reading of them.
@Suite struct PyTorchFileTests {
  static let sets = ["network", "every-type", "views", "checkpoint", "tiny"]
  static let containers = ["zip", "stream"]

  private func golden(_ name: String) throws -> WeightFile {
    try WeightFile(path: Bundle.module.bundleURL.appending(path: "Golden/\(name)").path)
  }

  private func bytes(of name: String, in file: WeightFile) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try file.forEachPart(of: name) { (part) throws(Never) in bytes += part }
    return bytes
  }

  /// Names, types, shapes and every byte, including sharing, strides, offsets, NaNs and zeros of
  /// both signs.
  @Test(arguments: sets, containers)
  func readsWhatPyTorchReads(set: String, container: String) throws {
    let file = try golden("\(set).\(container).pth")
    #expect(file.container == (container == "zip" ? .pyTorchZip : .pyTorchStream))
    let expected = try golden("\(set).safetensors")
    #expect(Set(file.tensors) == Set(expected.tensors))
    #expect(file.tensors.count == expected.tensors.count)
    for tensor in expected.tensors {
      #expect(try bytes(of: tensor.name, in: file) == bytes(of: tensor.name, in: expected))
    }
  }

  @Test(arguments: containers)
  func convertsToTheSameFloats(container: String) throws {
    for set in ["every-type", "views"] {
      let file = try golden("\(set).\(container).pth")
      let expected = try golden("\(set).safetensors")
      for tensor in expected.tensors where tensor.type.isFloatingPoint {
        let values = try file.tensor(tensor.name, shape: tensor.shape).values
        let expected = try expected.tensor(tensor.name, shape: tensor.shape).values
        #expect(values.map(\.bitPattern) == expected.map(\.bitPattern), "\(tensor.name)")
      }
    }
  }

  @Test(arguments: 3...5)
  func readsNewerProtocols(version: Int) throws {
    let file = try golden("protocol\(version).zip.pth")
    let expected = try golden("network.safetensors")
    #expect(Set(file.tensors) == Set(expected.tensors))
    for tensor in expected.tensors {
      #expect(try bytes(of: tensor.name, in: file) == bytes(of: tensor.name, in: expected))
    }
  }

  @Test func keepsTheOrderOfTheFile() throws {
    #expect(
      try golden("network.zip.pth").tensors.map(\.name).prefix(4) == [
        "0.weight", "0.bias", "1.weight", "1.bias",
      ])
  }

  @Test(arguments: containers)
  func saysHowACheckpointWasRead(container: String) throws {
    #expect(
      try golden("checkpoint.\(container).pth").remarks == [
        "read the tensors under 'state_dict'",
        "removed 'module.', which DataParallel adds, from every name",
      ])
  }

  /// PyTorch aligns each storage in a zip; tensors with other strides are gathered elsewhere.
  @Test func readsContiguousFloat32InPlace() throws {
    let file = try golden("views.zip.pth")
    func isMapped(_ name: String) throws -> Bool {
      try file.tensor(name).withUnsafeValues { values in
        guard let start = file.file.bytes.baseAddress, let first = values.baseAddress else {
          return false
        }
        return (start..<start + file.file.bytes.count).contains(UnsafeRawPointer(first))
      }
    }
    for name in ["base", "tied", "row", "single"] { #expect(try isMapped(name), "\(name)") }
    for name in ["transposed", "half", "broadcast"] { #expect(try !isMapped(name), "\(name)") }
    let base = try file.tensor("base").withUnsafeValues { $0.baseAddress }
    let tied = try file.tensor("tied").withUnsafeValues { $0.baseAddress }
    #expect(base == tied)
  }

  @Test func keepsTypesAndNamesWhenCopied() throws {
    try withTemporaryFolder { folder in
      for set in Self.sets {
        let path = folder.path + "/\(set).safetensors"
        let file = try golden("\(set).stream.pth")
        var written = 0
        let weights = RenamedWeights(file)
        try writeSafetensors(copying: weights, metadata: ["a": "b"], to: path) {
          written += $0
        }
        let copy = try WeightFile(path: path)
        #expect(copy.container == .safetensors && copy.metadata["a"] == "b")
        #expect(copy.tensors == weights.tensors)
        #expect(written == file.tensors.reduce(0) { $0 + ($1.byteCount ?? 0) })
        for (tensor, renamed) in zip(file.tensors, weights.tensors) {
          #expect(try bytes(of: renamed.name, in: copy) == bytes(of: tensor.name, in: file))
        }
      }
    }
  }

  /// The tensor is larger than one part, so that parts have to be joined.
  @Test func joinsPartsOfLargeTensors() throws {
    let (rows, columns) = (300, 700)
    let values = (0..<rows * columns).map(Float.init)
    let storage = PickleBytes.storage(count: values.count)
    let bytes = stream(
      PickleBytes.dictionary([
        (
          "transposed",
          PickleBytes.tensor(storage, shape: [columns, rows], strides: [1, columns])
        ),
        ("plain", PickleBytes.tensor(storage, shape: [rows, columns], strides: [columns, 1])),
      ]), storages: [("0", values)])
    try withTemporaryFolder { folder in
      let file = try WeightFile(path: folder.write(bytes, to: "large.pth"))
      #expect(try file.tensor("plain").values == values)
      let transposed = try file.tensor("transposed").values
      let expected = (0..<columns).flatMap { column in
        (0..<rows).map { values[$0 * columns + column] }
      }
      #expect(transposed == expected)
    }
  }
}
