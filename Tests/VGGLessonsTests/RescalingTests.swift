import Testing
import VGGGraph
import VGGSpec
import VGGTestSupport

@testable import VGGLessons

/// Checks that the arithmetic for another size equals compiling for that size.
@Suite struct RescalingTests {
  @Test(arguments: 0..<60) func rescalingEqualsCompiling(_ seed: UInt64) throws {
    let text = square(seed).configuration
    var random = SeededGenerator(seed: seed)
    let graph = try graph(text)
    for _ in 0..<6 {
      let size = PlaneSize(
        height: Int.random(in: 1...90, using: &random),
        width: Int.random(in: 1...90, using: &random))
      let compiled = compile(
        text, input: MapShape(channels: 3, height: size.height, width: size.width)
      ).graphs.first
      let rescaled = graph.rescaled(to: size)
      #expect(rescaled?.flattened == compiled?.totals.flattened, "\(text) at \(size.text)")
      #expect(rescaled?.parameters == compiled?.totals.parameters)
      #expect(rescaled?.macs == compiled?.totals.macs)
      #expect(rescaled?.finalMap == compiled?.finalMap)
    }
  }

  @Test(arguments: 0..<60) func theSmallestInputIsTheSmallestThatWorks(_ seed: UInt64) throws {
    let graph = try graph(square(seed).configuration)
    let first = (1...61).first { graph.rescaled(to: PlaneSize(height: $0, width: $0)) != nil }
    #expect(graph.smallestSquareInput == first)
  }

  @Test(arguments: 0..<100) func theClosedFormulaIsTheLayersArithmetic(_ seed: UInt64) throws {
    let network = square(seed)
    let graph = try graph(network.configuration)
    guard let formulas = graph.sideFormulas else {
      #expect(network.hasCeil, "only rounding up makes exceptions to the formula")
      return
    }
    for side in graph.smallestSquareInput...400 {
      let map = graph.rescaled(to: PlaneSize(height: side, width: side))?.featureMap
      #expect(map?.height == formulas.rows(side))
      #expect(map?.width == formulas.columns(side))
    }
  }

  @Test func aFormulaIsLeftOutWhereItDoesNotHold() throws {
    let graph = try graph(
      "input: [3, 20, 20]\nfeatures: [4, {maxpool: 1, stride: 2, ceil: true}]\n"
        + "classifier: {classes: 2}")
    #expect(graph.sideFormulas == nil)
    #expect(
      Explanation(.graph(graph)).text(width: 80).contains("there is no single closed formula"))
  }

  @Test(arguments: [
    (SideFormula(offset: 0, divisor: 32), "floor(H/32)"),
    (SideFormula(offset: 3, divisor: 8), "floor((H + 3)/8)"),
    (SideFormula(offset: -1, divisor: 8), "floor((H - 1)/8)"),
    (SideFormula(offset: -2, divisor: 1), "H - 2"), (SideFormula(offset: 0, divisor: 1), "H"),
  ]) func theFormulaAsText(_ formula: SideFormula, _ text: String) {
    #expect(formula.text("H") == text)
  }

  @Test func theFormulaRoundsDownBelowZero() {
    #expect(SideFormula(offset: -5, divisor: 4)(3) == -1)
    #expect(SideFormula(offset: -8, divisor: 4)(4) == -1)
  }

  /// The range of sizes with the same map, compared with trying each size.
  @Test(arguments: 0..<40) func theRunOfSizesWithTheSameMap(_ seed: UInt64) throws {
    let graph = try graph(square(seed).configuration)
    let sizes = InputSizes(graph)
    let plane = { (side: Int) in
      graph.windows.output(of: PlaneSize(height: side, width: side))
    }
    let own = try #require(plane(61))
    let same = (1...600).filter { plane($0) == own }
    let run = try #require(sizes.sidesWithSameMap(as: 61))
    #expect(run.lowerBound == same.first)
    #expect(run.upperBound == same.last)
  }

  /// The bins of an adaptive pooling layer, compared with enumerating them.
  @Test(arguments: 1...40) func binLengths(_ input: Int) {
    for output in 1...40 {
      let lengths = (0..<output).map { bin in
        ((bin + 1) * input + output - 1) / output - bin * input / output
      }
      let range = AdaptiveAvgPool2d.binLengths(input: input, output: output)
      #expect(range.lowerBound == lengths.min())
      #expect(range.upperBound == lengths.max())
    }
  }

  /// A network for images of 3 x 61 x 61.
  private func square(_ seed: UInt64) -> RandomNetwork {
    RandomNetwork(seed: seed, channels: 3...3, sides: 61...61)
  }
}
