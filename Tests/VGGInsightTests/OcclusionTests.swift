import Testing
import VGGExecution
import VGGGraph
import VGGInsight
import VGGSpec
import VGGTestSupport

/// Occlusion compared with covering the image by hand.
@Suite struct OcclusionTests {
  private static let configuration =
    "input: [2, 11, 13]\nfeatures: [6, M, 7]\nclassifier: {hidden: [], classes: 3}\n"

  private func program(batch: Int) throws -> Program {
    try Program(
      graph(Self.configuration), weights: VariedWeights(), options: .init(batch: batch, threads: 1))
  }

  /// Overlapping covers, of which the last ones are cut off.
  @Test(arguments: [1, 4, 64]) func equalsCoveringByHand(_ batch: Int) throws {
    let program = try program(batch: batch)
    let image = try #require(program.graph.images(1, seed: 3).first)
    let window = Occlusion.Window(
      size: Sides(height: 4, width: 3), stride: Sides(height: 3, width: 2))
    let occlusion = try Occlusion(of: image, for: 1, by: program, window: window)
    #expect(occlusion.rows == [0, 3, 6, 9])
    #expect(occlusion.columns == [0, 2, 4, 6, 8, 10])
    let whole = try program.run(image)[1]
    var drops: [Float] = []
    for row in occlusion.rows {
      for column in occlusion.columns {
        var covered = image
        for place in image.indices {
          let (y, x) = (place / 13 % 11, place % 13)
          if (row..<row + 4).contains(y), (column..<column + 3).contains(x) { covered[place] = 0 }
        }
        drops.append(whole - (try program.run(covered)[1]))
      }
    }
    #expect(largestError(occlusion.drops, drops.map(Double.init)) < 1e-5)
    if batch == 1 { #expect(occlusion.drops == drops) }
  }

  @Test func theCoverIsAsLargeAsTheImage() throws {
    let program = try program(batch: 2)
    let image = try #require(program.graph.images(1, seed: 4).first)
    let window = Occlusion.Window(
      size: Sides(height: 11, width: 13), stride: Sides(height: 1, width: 1))
    let occlusion = try Occlusion(of: image, for: 0, by: program, window: window)
    let blank = [Float](repeating: 0, count: image.count)
    #expect(occlusion.drops.count == 1)
    #expect(
      abs(occlusion.drops[0] - (try program.run(image)[0] - program.run(blank)[0])) < 1e-5)
  }

  /// With steps beyond the image, no cover begins outside it.
  @Test func stepsAreLargerThanTheImage() throws {
    let program = try program(batch: 2)
    let image = try #require(program.graph.images(1).first)
    let window = Occlusion.Window(
      size: Sides(height: 2, width: 1), stride: Sides(height: 9, width: .max))
    let occlusion = try Occlusion(of: image, for: 0, by: program, window: window)
    #expect(occlusion.rows == [0, 9] && occlusion.columns == [0])
  }

  @Test(arguments: [(0, 3, 1), (12, 3, 1), (3, 14, 1), (3, 3, 0)])
  func coversThatDoNotFit(_ height: Int, _ width: Int, _ stride: Int) throws {
    let program = try program(batch: 1)
    let image = try #require(program.graph.images(1).first)
    #expect(
      throws: InsightError.window(
        height: height, width: width, imageHeight: 11, imageWidth: 13)
    ) {
      try Occlusion(
        of: image, for: 0, by: program,
        window: .init(
          size: Sides(height: height, width: width), stride: Sides(height: stride, width: stride)))
    }
  }
}
