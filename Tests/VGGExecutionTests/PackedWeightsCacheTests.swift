import Foundation
import Synchronization
import Testing
import VGGCompute
import VGGExecution
import VGGGraph
import VGGTestSupport
import VGGWeights

/// Packed weights are read from their file only if it is for these weights and these kernels.
@Suite struct PackedWeightsCacheTests {
  private let graph: ModelGraph
  private let folder: TemporaryFolder
  private let weights: String
  private let images: [Float]

  init() throws {
    graph = try VGGTestSupport.graph(
      "input: [3, 20, 18]\nfeatures: [16, 24, M, 32, M]\nbatch_norm: true\n"
        + "classifier: {hidden: [], classes: 4}\n")
    folder = try TemporaryFolder()
    weights = folder.path + "/net.safetensors"
    var generator = SeededGenerator(seed: 1)
    images = generator.floats(3 * 20 * 18)
    try writeWeights(seed: 1)
  }

  @Test func theNextStartMapsWhatTheFirstPacked() throws {
    let first = try run()
    let file = try #require(cacheFiles().first)
    let made = try modified(file)
    #expect(try run() == first)
    #expect(try modified(file) == made)
  }

  /// The weight file has the same size but was changed, so its content is compared.
  @Test func otherWeightsArePackedAnew() throws {
    _ = try run()
    try writeWeights(seed: 2)
    let expected = try uncached()
    #expect(try run() == expected)
    #expect(try run() == expected)
  }

  @Test func touchedWeightsAreTheSameWeights() throws {
    let first = try run()
    let file = try #require(cacheFiles().first)
    let made = try modified(file)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: weights)
    #expect(try run() == first)
    #expect(try modified(file) == made)
  }

  /// Two checkpoints of one network have the same size, and a copy may have the same time.
  @Test func weightsOfTheSameTimeAreToldApart() throws {
    let time = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1e9)]
    try FileManager.default.setAttributes(time, ofItemAtPath: weights)
    _ = try run()
    try writeWeights(seed: 2)
    try FileManager.default.setAttributes(time, ofItemAtPath: weights)
    #expect(try run() == uncached())
  }

  /// If the weight file is replaced after it was mapped, no packed weights are stored under the name of the
  /// new file.
  @Test func weightsThatAreReplacedMeanwhileAreNotMistaken() throws {
    let old = try WeightFile(path: weights)
    try writeWeights(seed: 2)
    _ = try Program(
      graph, weights: old, cache: PackedWeightsCache(of: old) { Issue.record("\($0)") })
    #expect(try run() == uncached())
  }

  /// The file is cut within the header, the packed weights and the checksums, or is longer than it was.
  @Test(arguments: [-1_000_000, 10, 4_095, 4_096, 5_000, 20_000, -5, -1, 1, 4, 4_096])
  func aFileOfAnotherLengthIsReplaced(_ change: Int) throws {
    try expectReplacement { bytes in
      let length = change < 100 ? max(bytes.count + change, 0) : change
      return bytes.prefix(length) + Data(count: max(length - bytes.count, 0))
    }
  }

  /// Bytes of each line of the header and its padding, of every layer's weights and of the zeros that fill
  /// their last page, and of the checksums.
  @Test func aFlippedByteIsFound() throws {
    let expected = try run()
    let file = try #require(cacheFiles().first)
    let sound = try Data(contentsOf: URL(filePath: file))
    let header = Array(stride(from: 0, to: 500, by: 3)) + [2_000, 4_095]
    let weights = Array(stride(from: 4_096, to: sound.count, by: 1_021))
    for place in header + weights + Array((sound.count - 4)..<sound.count) {
      var bytes = sound
      bytes[place] ^= UInt8(1 << (place % 8))
      try bytes.write(to: URL(filePath: file))
      let remarks = Mutex<[PackedWeightsRemark]>([])
      let values = try run { remark in remarks.withLock { $0.append(remark) } }
      #expect(values == expected, "byte \(place)")
      #expect(remarks.withLock { $0 } == [damage(of: file)], "byte \(place)")
    }
    #expect(try Data(contentsOf: URL(filePath: file)) == sound)
  }

  /// Writes `change` of the cache's file, and expects the same results, one remark, and the original file
  /// again.
  private func expectReplacement(_ change: (Data) -> Data) throws {
    let expected = try run()
    let file = try #require(cacheFiles().first)
    let bytes = try Data(contentsOf: URL(filePath: file))
    try change(bytes).write(to: URL(filePath: file))
    let remarks = Mutex<[PackedWeightsRemark]>([])
    #expect(try run { remark in remarks.withLock { $0.append(remark) } } == expected)
    #expect(remarks.withLock { $0 } == [damage(of: file)])
    #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
  }

  private func damage(of file: String) -> PackedWeightsRemark { .damaged(file) }

  @Test func aFileOfAnotherNetworkIsReplaced() throws {
    _ = try run()
    let other = try VGGTestSupport.graph(
      "input: [3, 20, 18]\nfeatures: [16, 24, M, 32, M]\nclassifier: {hidden: [], classes: 4}\n")
    try writeSafetensors(
      other.layers.flatMap(\.stateTensors).map {
        TensorDescription(name: $0.name, shape: $0.shape)
      },
      from: SeededInitializer(seed: 1), to: weights)
    let plain = try Program(other, weights: WeightFile(path: weights)).run(images)
    let cached = try Program(
      other, weights: WeightFile(path: weights),
      cache: PackedWeightsCache(of: try WeightFile(path: weights)) { _ in })
    #expect(try cached.run(images) == plain)
  }

  @Test func eachInstructionSetHasItsFile() throws {
    for instructionSet in InstructionSet.available {
      let options = ExecutionOptions(threads: 1, instructionSet: instructionSet)
      let first = try run(options)
      #expect(try run(options) == first)
    }
    #expect(try cacheFiles().count == InstructionSet.available.count)
  }

  @Test func whereItCannotBeWrittenAllElseGoesOn() throws {
    let remarks = Mutex<[PackedWeightsRemark]>([])
    let path = PackedWeightsCache(of: try WeightFile(path: weights)) { _ in }.path(for: .best)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let program = try Program(
      graph, weights: WeightFile(path: weights),
      cache: PackedWeightsCache(of: try WeightFile(path: weights)) { remark in
        remarks.withLock { $0.append(remark) }
      })
    #expect(try program.run(images) == uncached())
    #expect(remarks.withLock { $0 } == [.unwritten(path, reason: "it is a folder")])
  }

  // MARK: -

  private func run(
    _ options: ExecutionOptions = .init(),
    remark: @escaping @Sendable (PackedWeightsRemark) -> Void = { Issue.record("\($0)") }
  ) throws -> [Float] {
    let cache = PackedWeightsCache(of: try WeightFile(path: weights), remark: remark)
    return try Program(
      graph, weights: WeightFile(path: weights), options: options, cache: cache
    ).run(images)
  }

  private func uncached() throws -> [Float] {
    try Program(graph, weights: WeightFile(path: weights)).run(images)
  }

  private func writeWeights(seed: UInt64) throws {
    try writeSafetensors(
      graph.layers.flatMap(\.stateTensors).map {
        TensorDescription(name: $0.name, shape: $0.shape)
      },
      from: SeededInitializer(seed: seed), to: weights)
  }

  private func cacheFiles() throws -> [String] {
    try folder.contents().filter { $0.hasSuffix(".vggpack") }.map { folder.path + "/" + $0 }
  }

  private func modified(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
  }
}
