import Foundation
import Testing
import VGGGraph
import VGGModelFiles
import VGGTestSupport
import VGGWeights

/// Damaged and malicious files cause a message.
@Suite struct HostileFileTests {
  /// Reads a file whose bytes are `bytes`, including its weights.
  private func read(_ bytes: [UInt8], _ name: String, in folder: TemporaryFolder) throws {
    let text = [
      "darknet.weights": "darknet.cfg", "caffe.caffemodel": "caffe.prototxt",
      "caffe-norms.caffemodel": "caffe-norms.prototxt",
    ][name]
    let path = try folder.write(bytes, to: name)
    do {
      let file = try importFile(
        text.map(ForeignModels.path) ?? path, weights: text == nil ? nil : path)
      guard let configuration = file.configuration,
        let graph = compile(configuration).graphs.first,
        let weights = try file.weights(for: graph)
      else { return }
      for tensor in graph.stateTensors {
        _ = try weights.tensor(tensor.name, shape: tensor.shape)
      }
    } catch let error as WeightError {
      #expect(!error.reason.utf8.contains { $0 < 0x20 }, "\(error)")
      #expect(error.offset ?? 0 <= bytes.count, "\(error)")
    }
  }

  static let files = [
    "tensorflow.onnx", "pytorch.onnx", "small.h5", "normalised.keras", "darknet.weights",
    "caffe.caffemodel", "caffe-norms.caffemodel", "depthwise.h5",
  ]

  @Test(arguments: files) func cutShort(_ name: String) throws {
    let bytes = try ForeignModels.bytes(name)
    try withTemporaryFolder { folder in
      for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
        try read(Array(bytes[..<count]), name, in: folder)
      }
    }
  }

  @Test(arguments: files) func changedBytes(_ name: String) throws {
    let bytes = try ForeignModels.bytes(name)
    var random = SeededGenerator(seed: 18)
    try withTemporaryFolder { folder in
      for _ in 0..<400 {
        var copy = bytes
        for _ in 0..<random.int(1...3) {
          let place = random.int(0...copy.count - 1)
          copy[place] = [0, 0xff, 0x7f, UInt8(random.int(0...255))][random.int(0...3)]
        }
        try read(copy, name, in: folder)
      }
    }
  }

  /// A model's weights are read only from the model's folder.
  @Test(arguments: [
    "../secret.bin", "/etc/passwd", "a/../../x", "./pytorch.data", "", "link.data", "none.data",
  ])
  func placesOfWeights(_ location: String) throws {
    let bytes = try ForeignModels.bytes("pytorch.onnx")
    let old = field(2, Array("pytorch.onnx.data".utf8))
    let entry = field(1, Array("location".utf8))
    // The entry's length is part of the tensor's length, so the new location has the same length.
    let padded = location.isEmpty ? "" : location
    guard padded.utf8.count <= 17 else { return }
    var copy = bytes
    let start = try #require(bytes.firstRange(of: entry + old)?.lowerBound) + entry.count + 2
    let filled = padded + String(repeating: "/", count: 17 - padded.utf8.count)
    copy.replaceSubrange(start..<start + 17, with: Array(filled.utf8))
    try withTemporaryFolder { folder in
      _ = try folder.write([UInt8](repeating: 0, count: 128), to: "secret.bin")
      let path = try folder.write(copy, to: "net.onnx")
      let error = try #require(throws: WeightError.self) { try importFile(path, weights: nil) }
      #expect(error.reason.contains("should be in"), "\(error)")
    }
  }

  /// A link in the model's folder may point outside it.
  @Test func linkedWeights() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write(try ForeignModels.bytes("pytorch.onnx"), to: "net.onnx")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/pytorch.onnx.data",
        withDestinationPath: ForeignModels.path("pytorch.onnx.data"))
      let error = try #require(throws: WeightError.self) { try importFile(path, weights: nil) }
      #expect(error.reason.contains("which does not exist or is not a file"), "\(error)")
    }
  }

  private func field(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    [number << 3 | 2, UInt8(bytes.count)] + bytes
  }

  /// A circular HDF5 graph is distinguished from a deep one.
  @Test func circularGroups() throws {
    var bytes = try ForeignModels.bytes("small.h5")
    // Every entry of a symbol table becomes the root group.
    let root = bytes[64..<72]
    var place = 0
    while let node = bytes[place...].firstRange(of: Array("SNOD".utf8)) {
      let count = Int(bytes[node.lowerBound + 6])
      for index in 0..<count {
        let entry = node.lowerBound + 8 + 40 * index + 8
        bytes.replaceSubrange(entry..<entry + 8, with: root)
      }
      place = node.upperBound
    }
    try withTemporaryFolder { folder in
      let path = try folder.write(bytes, to: "circle.h5")
      #expect(throws: WeightError.self) { try importFile(path, weights: nil) }
    }
  }
}
