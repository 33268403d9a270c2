import Testing
import VGGTraining

@Suite struct RateScheduleTests {
  @Test func ratesByEpoch() {
    let rising = [0.1, 0.2, 0.3, 0.4, 0.5]
    let table: [(RateSchedule, [Double])] = [
      (.constant(0.1), [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]),
      (.steps([0.05, 0.01]), [0.05, 0.01, 0.01, 0.01, 0.01, 0.01]),
      (
        .cosine(rate: 1, epochs: 4),
        [1, (1 + 0.5.squareRoot()) / 2, 0.5, (1 - 0.5.squareRoot()) / 2, 0, 0]
      ),
      (.plateau(rate: 0.1, patience: 2), [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]),
    ]
    for (schedule, rates) in table {
      for (epoch, rate) in rates.enumerated() {
        #expect(
          abs(schedule.rate(after: Array(rising.prefix(epoch))) - rate) < 1e-12, "\(schedule)")
      }
    }
  }

  @Test func aStallDividesTheRate() {
    let schedule = RateSchedule.plateau(rate: 1, patience: 2)
    #expect(schedule.rate(after: [0.5, 0.5]) == 1)
    #expect(schedule.rate(after: [0.5, 0.5, 0.4]) == 0.1)
    #expect(schedule.rate(after: [0.5, 0.5, 0.4, 0.6, 0.6]) == 0.1)
    #expect(schedule.rate(after: [0.5, 0.5, 0.4, 0.6, 0.6, 0.6]) == 0.01)
  }
}
