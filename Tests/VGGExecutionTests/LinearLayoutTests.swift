import Testing
import VGGCompute
import VGGExecution
import VGGGraph
import VGGTestSupport
import VGGWeights

/// Linear layers with weights used in place from the source, in rows, in columns (those that a zero would
/// multiply are skipped), and in panels.
@Suite struct LinearLayoutTests {
  /// The first two linear layers use columns for few images; the last has too few outputs. None of the output
  /// counts is a whole number of panels.
  static let configuration = """
    input: [3, 8, 8]
    features: [16, M, 20, M]
    classifier: {hidden: [1100, 300], classes: 11}
    """

  @Test(arguments: [1, 2, 3, 4, 9, 16, 31], InstructionSet.available)
  func everyLayoutGivesTheSame(_ batch: Int, _ instructionSet: InstructionSet) throws {
    let graph = try graph(Self.configuration)
    let reference = try ReferenceNetwork(graph, weights: VariedWeights())
    let images = graph.images(batch)
    let expected = images.map { reference($0) }
    for copiesWeights in [false, true] {
      let options = ExecutionOptions(
        batch: batch, threads: 2, copiesWeights: copiesWeights, instructionSet: instructionSet)
      let program = try Program(graph, weights: VariedWeights(), options: options)
      for count in Set([batch, 1]) {
        let outputs = try program.run(images.prefix(count).flatMap(\.self))
        #expect(largestError(outputs, ofImages: Array(expected.prefix(count))) < 1e-5)
      }
    }
  }

  @Test func fewImagesTakeColumnsAndManyPanels() throws {
    let graph = try graph(Self.configuration)
    func layouts(_ batch: Int, copiesWeights: Bool) throws -> [String?] {
      let options = ExecutionOptions(batch: batch, copiesWeights: copiesWeights)
      let steps = try Program(graph, weights: VariedWeights(), options: options).steps
      return steps.filter { $0.operation.hasPrefix("linear") }.map(\.algorithm)
    }
    #expect(try layouts(1, copiesWeights: true) == ["columns", "columns", "rows"])
    #expect(try layouts(3, copiesWeights: true) == ["columns", "columns", "rows"])
    #expect(try layouts(4, copiesWeights: true) == ["panels", "panels", "panels"])
    #expect(try layouts(1, copiesWeights: false) == ["rows", "rows", "rows"])
    #expect(try layouts(4, copiesWeights: false) == ["rows", "rows", "rows"])
  }

  /// Zero times an infinite weight is NaN; skipping the zero would produce a number.
  @Test(arguments: [1, 4], [false, true])
  func anInfiniteWeightIsNotLeftOut(_ batch: Int, _ copiesWeights: Bool) throws {
    let graph = try graph("input: [1, 2, 4]\nfeatures: [M]\nclassifier: {hidden: [], classes: 300}")
    let program = try Program(
      graph, weights: InfiniteWeight(),
      options: ExecutionOptions(batch: batch, copiesWeights: copiesWeights))
    let outputs = try program.run([0, 0, 1, 1, 0, 0, 1, 1])
    #expect(outputs[0].isNaN)
    #expect(outputs.dropFirst().allSatisfy { $0 == 1 })
  }

  /// All ones, except for the first weight.
  private struct InfiniteWeight: WeightSource {
    func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
      var values = [Float](repeating: shape.count > 1 ? 1 : 0, count: shape.reduce(1, *))
      if shape.count > 1 { values[0] = .infinity }
      return WeightTensor(values, shape: shape)
    }
  }
}
