import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGLessons

@Suite struct StackTests {
  private func stacks(_ features: String) throws -> [ConvolutionStack] {
    let graph = try graph(
      "input: [3, 40, 40]\nfeatures: \(features)\nclassifier: {classes: 2}")
    return ConvolutionStack.all(in: graph.layers)
  }

  @Test(arguments: [
    ("[8, 8, M]", [5]), ("[8, 8, 8, M, 8, 8, M]", [7, 5]), ("[8, M, 8, M]", []),
    ("[8, 8, conv1-4]", [5]), ("[8, {conv: 4, kernel: 5}]", [7]),
    ("[8, 8, {conv: 8, stride: 2}, 8, 8]", [5, 5]), ("[8, LRN, {dropout: 0.1}, 8]", [5]),
    ("[M]", []),
  ]) func whatEachStackSees(_ features: String, _ kernels: [Int]) throws {
    #expect(try stacks(features).map(\.kernel.height) == kernels)
  }

  @Test func weightsAtTheActualChannels() throws {
    let stack = try #require(try stacks("[8, 16, M]").first)
    #expect(stack.weights == 8 * 3 * 9 + 16 * 8 * 9)
    #expect(stack.singleWeights == 16 * 3 * 25)
  }

  /// A run with the same channels throughout is preferred, since it shows 18 C^2 compared with 25
  /// C^2.
  @Test func aRunOfEqualChannelsIsPreferred() throws {
    let stacks = try stacks("[8, 8, 8, M, 16, 16, M]")
    let pair = try #require(ConvolutionStack.run(of: 2, in: stacks))
    #expect(pair.convolutions.map(\.outputChannels) == [8, 8])
    #expect(pair.weights == 18 * 8 * 8)
    #expect(pair.singleWeights == 25 * 8 * 8)
    let triple = try #require(ConvolutionStack.run(of: 3, in: stacks))
    #expect(triple.convolutions.map(\.inputChannels) == [3, 8, 8])
    #expect(ConvolutionStack.run(of: 4, in: stacks) == nil)
  }
}
