import Testing
import VGGExecution
import VGGGraph
import VGGTestSupport

/// Checks that the output for an image does not depend on the other images, the threads or the run.
@Suite struct BatchTests {
  /// Winograd and direct convolutions, fused and separate pooling, at odd sizes.
  static let configuration = """
    input: [3, 29, 23]
    features: [16, 24, M, 40, LRN, {maxpool: 3, stride: 2, ceil: true}, conv1-33, 64, M]
    classifier: {hidden: [50], classes: 11}
    """

  @Test(arguments: ExecutionOptions.every(batches: [5], threads: [1, 2]))
  func aBatchIsItsImagesOneByOne(_ options: ExecutionOptions) throws {
    let graph = try graph(Self.configuration)
    let images = graph.images(5)
    var alone = options
    alone.batch = 1
    let single = try Program(graph, weights: VariedWeights(), options: alone)
    let expected = try images.map { try single.run($0).map(Double.init) }
    let program = try Program(graph, weights: VariedWeights(), options: options)
    for count in [5, 4, 3, 1, 2, 5] {
      let outputs = try program.run(images.prefix(count).flatMap(\.self))
      #expect(largestError(outputs, ofImages: Array(expected.prefix(count))) < 1e-5)
    }
  }

  @Test(arguments: ExecutionOptions.every(batches: [3], threads: [1, 2]))
  func theSameImagesGiveTheSameBits(_ options: ExecutionOptions) throws {
    let graph = try graph(Self.configuration)
    let images = graph.images(3).flatMap(\.self)
    let program = try Program(graph, weights: VariedWeights(), options: options)
    let first = try program.run(images)
    for _ in 0..<5 { #expect(try program.run(images) == first) }
    let other = try Program(graph, weights: VariedWeights(), options: options)
    #expect(try other.run(images) == first)
  }

  @Test(arguments: ExecutionOptions.every(batches: [2], threads: [1, 2]))
  func manyCallersGetTheSameBits(_ options: ExecutionOptions) async throws {
    let graph = try graph(Self.configuration)
    let program = try Program(graph, weights: VariedWeights(), options: options)
    let images = graph.images(8)
    let expected = try images.map { try program.run($0) }
    try await withThrowingTaskGroup(of: (Int, [Float]).self) { group in
      for index in 0..<24 {
        group.addTask { (index % 8, try program.run(images[index % 8])) }
      }
      for try await (index, outputs) in group { #expect(outputs == expected[index]) }
    }
  }

  @Test(arguments: ExecutionOptions.every(batches: [2], threads: [2, 3, 5]))
  func moreThreadsGiveTheSameResult(_ options: ExecutionOptions) throws {
    let graph = try graph(Self.configuration)
    let images = graph.images(2)
    var alone = options
    alone.threads = 1
    let single = try Program(graph, weights: VariedWeights(), options: alone)
    let expected = try single.run(images.flatMap(\.self)).map(Double.init)
    let program = try Program(graph, weights: VariedWeights(), options: options)
    let outputs = try program.run(images.flatMap(\.self))
    #expect(largestError(outputs, expected) < 1e-5)
  }

  @Test func aProfileIsARun() throws {
    let graph = try graph(Self.configuration)
    let program = try Program(graph, weights: VariedWeights())
    let image = graph.images(1).flatMap(\.self)
    var outputs = [Float](repeating: 0, count: graph.output.elementCount)
    let durations = try image.withUnsafeBufferPointer { image in
      try outputs.withUnsafeMutableBufferPointer { try program.profile(image, into: $0) }
    }
    #expect(durations.count == program.steps.count)
    #expect(try program.run(image) == outputs)
  }
}
