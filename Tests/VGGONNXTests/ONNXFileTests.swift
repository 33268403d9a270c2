import Foundation
import Testing
import VGGEmitters
import VGGGraph
import VGGONNX
import VGGTestSupport
import VGGWeights

/// The contents of the written files.
@Suite struct ONNXFileTests {
  private static let provenance = Provenance(
    version: "0.0.0", source: "model.yaml", sha256: String(repeating: "0123456789abcdef", count: 4))

  private static let small = """
    name: small
    input: [2, 9, 7]
    features: [3, {lrn: 4, alpha: 0.5, beta: 0.75, k: 1}, M, {dropout: 0.2}]
    batch_norm: true
    avgpool: [3, 3]
    classifier: {hidden: [5], classes: 4}
    """

  @Test(arguments: [SampleModel.custom, .everyKind]) func structure(_ sample: SampleModel) throws {
    let graph = try sample.graph()
    let model = emitONNX(graph, Self.provenance, weights: .absent)
    try withTemporaryFolder { folder in
      try expectGolden(try dump(read(model, in: folder)), "\(sample.folder)/model.onnx.txt")
    }
  }

  /// The file is the message that swift-protobuf parses and writes again, including values, and every
  /// tensor can be read back from it.
  @Test func valuesAreThoseOfTheWeights() throws {
    let graph = try graph(Self.small)
    let model = emitONNX(graph, Self.provenance, weights: .seed(7))
    let weights = VariedWeights(seed: 7)
    try withTemporaryFolder { folder in
      let message = try read(model, in: folder, weights)
      let tensors = graph.layers.flatMap(\.stateTensors)
      let stored = Dictionary(
        uniqueKeysWithValues: message.graph.initializer.map { ($0.name, $0) })
      for tensor in tensors {
        let values = try weights.tensor(tensor.name, shape: tensor.shape).values
        let initializer = try #require(stored[tensor.name])
        #expect(initializer.dims == tensor.shape.map { Int64($0) })
        #expect(floats(initializer.rawData) == values, "\(tensor.name)")
      }
      let constants = stored.keys.filter { name in !tensors.contains { $0.name == name } }
      #expect(
        constants.sorted() == [
          "avgpool.rows", "features.3.alpha", "features.3.axis", "features.3.beta", "features.3.k",
        ])
      let bytes = try Data(contentsOf: folder.url.appending(path: "model.onnx"))
      let again: Data = try message.serializedBytes()
      #expect(again.count == bytes.count)
    }
  }

  @Test func theSameModelGivesTheSameBytes() throws {
    try withTemporaryFolder { folder in
      for name in ["first.onnx", "second.onnx"] {
        let model = emitONNX(try graph(Self.small), Self.provenance, weights: .seed(1))
        try model.write(to: folder.path + "/" + name, weights: VariedWeights(seed: 1))
      }
      let files = try ["first.onnx", "second.onnx"].map {
        try Data(contentsOf: folder.url.appending(path: $0))
      }
      #expect(files[0] == files[1])
    }
  }

  /// Weights next to the model are named without folders, and aligned so that engines can map them.
  @Test func weightsBesideTheModel() throws {
    let graph = try graph(Self.small)
    let model = emitONNX(graph, Self.provenance, weights: .seed(3))
    let weights = VariedWeights(seed: 3)
    try withTemporaryFolder { folder in
      let path = folder.path + "/model.onnx"
      try model.write(to: path, weights: weights, hasDataFile: true)
      let message = try ONNXModelProto(serializedBytes: Data(contentsOf: URL(filePath: path)))
      let data = try Data(contentsOf: URL(filePath: path + ".data"))
      for tensor in graph.layers.flatMap(\.stateTensors) {
        let stored = try #require(message.graph.initializer.first { $0.name == tensor.name })
        #expect(stored.dataLocation == .external && !stored.hasRawData)
        let place = Dictionary(uniqueKeysWithValues: stored.externalData.map { ($0.key, $0.value) })
        let offset = try #require(place["offset"].flatMap { Int($0) })
        let length = try #require(place["length"].flatMap { Int($0) })
        #expect(place["location"] == "model.onnx.data")
        #expect(offset % 4096 == 0)
        let values = try weights.tensor(tensor.name, shape: tensor.shape).values
        #expect(floats(data[offset..<offset + length]) == values)
      }
      #expect(try folder.contents() == ["model.onnx", "model.onnx.data"])
    }
  }

  /// A model beyond protobuf's limits is not written, and this is known before a single value is
  /// read.
  @Test(arguments: [
    "input: [3, 224, 224]\nfeatures: [64, M]\nclassifier: {hidden: [4096], classes: 10}",
    "input: [16777216, 91, 91]\nfeatures: [{conv: 16777216, kernel: 91, padding: 0}]\nclassifier: [{linear: 2}]",
    "input: [1, 1048575, 1]\nfeatures: [conv1-1]\navgpool: [1000000, 1]\nclassifier: [{linear: 2}]",
  ])
  func tooLargeForOneFile(_ configuration: String) throws {
    let graph = try graph(configuration)
    let model = emitONNX(graph, Self.provenance, weights: .seed(1))
    try withTemporaryFolder { folder in
      #expect(throws: UnwritableModel.self) {
        try model.write(to: folder.path + "/model.onnx", weights: Unavailable())
      }
      let left = try folder.contents()
      #expect(left.isEmpty)
    }
  }

  /// Existing files stay if a tensor is unavailable.
  @Test(arguments: [false, true]) func aFailureLeavesWhatWasThere(_ hasDataFile: Bool) throws {
    let model = emitONNX(try graph(Self.small), Self.provenance, weights: .seed(1))
    try withTemporaryFolder { folder in
      try folder.write("old", to: "model.onnx")
      try folder.write("old data", to: "model.onnx.data")
      #expect(throws: WeightError.self) {
        try model.write(
          to: folder.path + "/model.onnx", weights: Unavailable(), hasDataFile: hasDataFile)
      }
      #expect(try folder.read("model.onnx") == "old")
      #expect(try folder.read("model.onnx.data") == "old data")
      #expect(try folder.contents() == ["model.onnx", "model.onnx.data"])
    }
  }

  private func read(
    _ model: ONNXModel, in folder: TemporaryFolder, _ weights: VariedWeights = VariedWeights()
  ) throws -> ONNXModelProto {
    let path = folder.path + "/model.onnx"
    try model.write(to: path, weights: weights)
    return try ONNXModelProto(serializedBytes: Data(contentsOf: URL(filePath: path)))
  }

  private func floats(_ bytes: Data) -> [Float] {
    let bytes = Array(bytes)
    return stride(from: 0, to: bytes.count, by: 4).map { start in
      let pattern = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
      return Float(bitPattern: pattern)
    }
  }
}

/// Weights without any tensor.
private struct Unavailable: WeightSource {
  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    try WeightFile(path: "/nowhere").tensor(name, shape: shape)
  }
}
