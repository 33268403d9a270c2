import Foundation
import Testing
import VGGEmitters
import VGGGraph
import VGGRuntime
import VGGWeights

/// An emitted package builds as it is, and gives what the runtime's layers give when they are
/// called by hand.
@Suite struct PackageRunTests {
  @Test func aPackageBuildsAndClassifies() throws {
    let graph = try graph(TinyNetwork.configuration)
    try withTemporaryFolder { folder in
      let weights = folder.appending(path: "tiny.safetensors").path
      let tensors = graph.layers.flatMap(\.stateTensors).map {
        TensorDescription(name: $0.name, shape: $0.shape)
      }
      try writeSafetensors(tensors, from: VariedWeights(), to: weights)
      let values = (0..<360).map { Float($0 * 37 % 101) / 50 - 1 }
      let input = folder.appending(path: "image.f32").path
      try Data(values.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) })
        .write(to: URL(filePath: input))

      let program = try build(graph, in: folder.appending(path: "Tiny"))
      let result = try Tool.run([program, weights, input])
      #expect(result.status == 0, "\(result.errors)")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
      #expect(answer.logits == (try TinyNetwork.logits(VariedWeights(), FeatureMap(values))))
      let best = try #require(answer.top.first)
      #expect(best.class == answer.logits.indices.max { answer.logits[$0] < answer.logits[$1] })
      #expect(best.label == graph.labels?[best.class])

      let picture = folder.appending(path: "image.ppm").path
      try Data(Array("P6 20 16 255\n".utf8) + (0..<960).map { UInt8($0 % 251) })
        .write(to: URL(filePath: picture))
      #expect(try Tool.run([program, weights, picture]).status == 0)
      #expect(try Tool.run([program, weights]).status == 64)
    }
  }

  /// Writes the package and builds it; the built runtime is kept beside this build for the next
  /// time.
  private func build(_ graph: ModelGraph, in folder: URL) throws -> String {
    let checkout = RuntimeDependency.path(Checkout.root.path)
    for file in emitPackage(graph, .test, runtime: checkout) {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.contents.utf8).write(to: url)
    }
    let scratch = try Checkout.products().appending(path: "EmittedPackage").path
    let command = ["swift", "build", "--scratch-path", scratch, "--package-path", folder.path]
    let result = try Tool.run(command)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(!result.output.contains("warning:"), "\(result.output)")
    let place = try Tool.run(command + ["--show-bin-path"]).output
    return place.trimmingCharacters(in: .whitespacesAndNewlines) + "/Tiny"
  }

  private struct Answer: Decodable {
    struct Candidate: Decodable {
      let `class`: Int
      let label: String?
      let probability: Float
    }

    let logits: [Float]
    let top: [Candidate]
  }
}

/// Seeded weights, with biases and batch-norm statistics of their own too: zeros and ones would
/// hide a mix-up.
private struct VariedWeights: WeightSource {
  func tensor(_ name: String, shape: [Int]) throws -> VGGWeights.WeightTensor {
    guard shape.count == 1 else {
      let seeded = try SeededInitializer(seed: 7).tensor(name, shape: shape)
      return VGGWeights.WeightTensor(seeded.values.map { $0 * 20 }, shape: shape)
    }
    let start = name.utf8.reduce(0) { ($0 * 31 + Int($1)) % 1_009 }
    let values = (0..<shape[0]).map { 0.5 + Float((start + $0 * 13) % 17) / 16 }
    return VGGWeights.WeightTensor(values, shape: shape)
  }
}
