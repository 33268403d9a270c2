import Testing
import VGGTestSupport

@testable import VGGMetrics

@Suite struct TrainingCurvesTests {
  private func epochs(_ count: Int) -> [EpochMetrics] {
    (1...count).map { epoch in
      let rest = 1 / Double(epoch)
      return EpochMetrics(
        epoch: epoch, rate: 0.02, loss: 2.3 * rest, accuracy: 1 - 0.7 * rest,
        testLoss: 2.1 * rest + 0.1, testAccuracy: 1 - 0.6 * rest - 0.01, seconds: 1,
        imagesPerSecond: 1_000)
    }
  }

  @Test func svg() throws {
    try expectGolden(
      TrainingCurves(title: "digits", epochs: epochs(20)).svg(), "metrics/curves.svg")
  }

  /// A single epoch, no epochs, non-finite values, no test photos.
  @Test func fewAndBadNumbers() {
    var bad = epochs(3)
    bad[1].loss = .nan
    bad[2].testLoss = .infinity
    var alone = epochs(2)
    for index in alone.indices { (alone[index].testLoss, alone[index].testAccuracy) = (nil, nil) }
    var huge = epochs(3)
    huge[0].loss = 1e30
    huge[1].loss = .greatestFiniteMagnitude
    huge[2].testLoss = 1e-300
    huge[2].accuracy = -1e300
    for epochs in [[], epochs(1), bad, alone, huge] {
      let svg = TrainingCurves(title: "few", epochs: epochs).svg()
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
    #expect(!TrainingCurves(title: "few", epochs: alone).svg().contains(">test<"))
  }

  @Test(arguments: [
    (0.0, 2.3, [0, 1, 2, 3], 0), (0, 0.04, [0, 0.01, 0.02, 0.03, 0.04], 2),
    (0.91, 1, [0.9, 0.95, 1], 2), (0, 700, [0, 200, 400, 600, 800], 0),
  ])
  func ticks(low: Double, high: Double, values: [Double], places: Int) {
    let ticks = Ticks(from: low, to: high)
    #expect(ticks.values.count == values.count)
    for (a, b) in zip(ticks.values, values) { #expect(abs(a - b) < 1e-9) }
    #expect(ticks.places == places)
  }

  @Test(arguments: [
    (0, []), (1, [1]), (4, [1, 2, 3, 4]), (20, [1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]),
    (74, [1, 10, 20, 30, 40, 50, 60, 70]),
  ])
  func epochTicks(count: Int, numbers: [Int]) {
    #expect(Ticks.epochs(count) == numbers)
  }
}
