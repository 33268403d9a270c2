import Testing
import VGGCompute
import VGGExecution
import VGGGraph
import VGGInsight
import VGGSpec
import VGGTestSupport
import VGGWeights

/// Values and reasons compared with those of PyTorch, captum and grad-cam in float64.
@Suite struct GoldenTests {
  private static let tolerance = 1e-5

  @Test(arguments: GoldenInsight.all, InstructionSet.available)
  func mapsAndReasonsArePyTorchs(
    _ golden: GoldenInsight, _ instructionSet: InstructionSet
  ) throws {
    let file = try golden.file()
    let (graph, image) = (try file.graph(), try file.values("image"))
    #expect(file.maps.count > 6)
    for isExact in [false, true] {
      let options = ExecutionOptions(
        threads: 2, isExact: isExact, instructionSet: instructionSet)
      let chosen = try file.maps.map { try graph.mapLayer(named: $0) }
      for layer in chosen {
        let insight = try Insight(
          graph, layers: chosen, explaining: layer, weights: file, options: options)
        for number in try file.classes() {
          let look = try insight.look(at: image) { _ in number }
          for values in look.layers {
            let expected = try file.expected("map.\(values.layer.name)")
            #expect(
              largestError(values.values, expected) < Self.tolerance, "\(values.layer.name)")
          }
          let expected = try file.expected("cam.\(layer.name).\(number)")
          #expect(look.map.height * look.map.width == expected.count)
          #expect(largestError(look.map.values, expected) < Self.tolerance, "\(layer.name)")
          let alone = try insight.explanation(of: image) { _ in number }
          #expect(alone.map == look.map)
          #expect(largestError(alone.scores, try file.expected("scores")) < Self.tolerance)
        }
      }
    }
  }

  @Test(arguments: GoldenInsight.all)
  func imageGradientsArePyTorchs(_ golden: GoldenInsight) throws {
    let file = try golden.file()
    for isExact in [false, true] {
      let gradient = try ImageGradient(
        file.graph(), weights: file, threads: 2, isExact: isExact)
      for number in try file.classes() {
        let found = try gradient(file.values("image")) { _ in number }
        let expected = try file.expected("gradient.\(number)")
        let largest = expected.reduce(0) { max($0, abs($1)) }
        let scaled = found.gradient.map { Float(Double($0) / largest) }
        #expect(largestError(scaled, expected.map { $0 / largest }) < Self.tolerance)
        #expect(largestError(found.scores, try file.expected("scores")) < Self.tolerance)
      }
    }
  }

  /// captum divides the image into covers of 5 x 4 pixels.
  @Test(arguments: GoldenInsight.all) func occlusionsAreCaptums(_ golden: GoldenInsight) throws {
    let file = try golden.file()
    let graph = try file.graph()
    // captum compares scores, and these networks output probabilities.
    guard graph.outcome == .scores else { return }
    let scale = try file.expected("scores").reduce(0) { max($0, abs($1)) }
    let window = Occlusion.Window(
      size: Sides(height: 5, width: 4), stride: Sides(height: 5, width: 4))
    for batch in [1, 7] {
      let program = try Program(graph, weights: file, options: .init(batch: batch, threads: 2))
      for number in try file.classes() {
        let occlusion = try Occlusion(
          of: file.values("image"), for: number, by: program, window: window)
        let expected = try file.expected("occlusion.\(number)")
        #expect(occlusion.drops.count == expected.count)
        for (drop, expected) in zip(occlusion.drops, expected) {
          #expect(abs(Double(drop) - expected) < Self.tolerance * scale)
        }
      }
    }
  }
}
