import Foundation
import Testing
import VGGEmitters
import VGGGraph
import VGGRuntime
import VGGTestSupport
import VGGWeights

/// An emitted package builds without changes, and its output equals that of the runtime's layers
/// called by hand.
@Suite(.serialized) struct PackageRunTests {
  @Test func aPackageBuildsAndClassifies() throws {
    let graph = try graph(TinyNetwork.configuration)
    try withTemporaryFolder { folder in
      let weights = "\(folder.path)/tiny.safetensors"
      let tensors = graph.layers.flatMap(\.stateTensors).map {
        TensorDescription(name: $0.name, shape: $0.shape)
      }
      try writeSafetensors(tensors, from: VariedWeights(), to: weights)
      let values = (0..<360).map { Float($0 * 37 % 101) / 50 - 1 }
      let input = try folder.write(littleEndian(values), to: "image.f32")

      let program = try build(graph, in: folder)
      let result = try Tool.run([program, weights, input])
      #expect(result.status == 0, "\(result.errors)")
      let answer = try PrintedClassification(json: result.output)
      #expect(answer.logits == (try TinyNetwork.logits(VariedWeights(), FeatureMap(values))))
      let best = try #require(answer.top.first)
      #expect(best.class == answer.logits.indices.max { answer.logits[$0] < answer.logits[$1] })
      #expect(best.label == graph.labels?[best.class])

      let picture = try folder.write(
        Array("P6 20 16 255\n".utf8) + (0..<960).map { UInt8($0 % 251) }, to: "image.ppm")
      #expect(try Tool.run([program, weights, picture]).status == 0)
      #expect(try Tool.run([program, weights]).status == 64)
    }
  }

  /// A network that ends with a map outputs all values of the map.
  @Test func aPackageGivesFeatures() throws {
    let graph = try graph(TinyNetwork.configuration + "\nmodels: {tiny: {until: pool1}}\n")
    try withTemporaryFolder { folder in
      let weights = "\(folder.path)/tiny.safetensors"
      let tensors = graph.layers.flatMap(\.stateTensors).map {
        TensorDescription(name: $0.name, shape: $0.shape)
      }
      try writeSafetensors(tensors, from: VariedWeights(), to: weights)
      let values = (0..<360).map { Float($0 * 37 % 101) / 50 - 1 }
      let input = try folder.write(littleEndian(values), to: "image.f32")

      let result = try Tool.run([try build(graph, in: folder), weights, input])
      #expect(result.status == 0, "\(result.errors)")
      struct Answer: Decodable {
        let shape: [Int]
        let features: [Float]
      }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
      #expect(answer.shape == [6, 7, 6])
      #expect(answer.features == (try TinyNetwork.firstBlock(VariedWeights(), FeatureMap(values))))
    }
  }

  /// A network with taps prints them after its answer, each with the values of its layer.
  @Test func aPackageGivesTaps() throws {
    let whole = try graph(TinyNetwork.configuration)
    let graph = try graph(TinyNetwork.configuration + "\ntaps: [pool1, features.0, relu4]\n")
    try withTemporaryFolder { folder in
      let weights = "\(folder.path)/tiny.safetensors"
      let tensors = graph.layers.flatMap(\.stateTensors).map {
        TensorDescription(name: $0.name, shape: $0.shape)
      }
      try writeSafetensors(tensors, from: VariedWeights(), to: weights)
      let values = (0..<360).map { Float($0 * 37 % 101) / 50 - 1 }
      let input = try folder.write(littleEndian(values), to: "image.f32")

      let result = try Tool.run([try build(graph, in: folder), weights, input])
      #expect(result.status == 0, "\(result.errors)")
      struct Answer: Decodable {
        struct Tap: Decodable {
          let shape: [Int]
          let values: [Float]
        }
        let logits: [Float]
        let taps: [String: Tap]
      }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
      #expect(answer.logits == (try TinyNetwork.logits(VariedWeights(), FeatureMap(values))))
      #expect(
        answer.taps.mapValues(\.shape) == [
          "pool1": [6, 7, 6], "features.0": [6, 12, 10], "relu4": [8],
        ])
      #expect(
        answer.taps["pool1"]?.values
          == (try TinyNetwork.firstBlock(VariedWeights(), FeatureMap(values))))
      let conv = try Conv3x3<3, 6, 12, 10>("features.0", from: VariedWeights())
      #expect(answer.taps["features.0"]?.values == (try conv(FeatureMap(values)).values))
      #expect(answer.taps["relu4"]?.values.allSatisfy { $0 >= 0 } == true)
      #expect(whole.totals.parameters == graph.totals.parameters)
    }
  }

  /// Writes the package and builds it.
  private func build(_ graph: ModelGraph, in folder: TemporaryFolder) throws -> String {
    for file in emitPackage(NamedNetwork(graph), .test, runtime: .path(Checkout.root.path)) {
      try folder.write(file.contents, to: "Tiny/\(file.path)")
    }
    return try buildPackage(
      in: folder.url.appending(path: "Tiny"), executable: "Tiny", configuration: "debug",
      scratch: "EmittedPackage")
  }
}
