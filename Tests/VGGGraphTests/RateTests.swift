import Testing
import VGGSpec

@testable import VGGGraph

/// The learning rate from epoch to epoch.
@Suite struct RateTests {
  private func rates(
    _ schedule: RateSchedule, epochs: Int, accuracies: [Double] = []
  ) -> [Double] {
    var recipe = TrainingRecipe()
    (recipe.rate, recipe.epochs, recipe.schedule) = (0.1, epochs, schedule)
    return (0..<epochs).map { recipe.rate(ofEpoch: $0, after: accuracies) }
  }

  private func expect(_ found: [Double], _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-12) }
  }

  @Test func withoutAccuracies() {
    expect(rates(.constant, epochs: 3), [0.1, 0.1, 0.1])
    expect(rates(.step(every: 2, factor: 0.1), epochs: 5), [0.1, 0.1, 0.01, 0.01, 0.001])
    expect(rates(.steps(after: [1, 3], factor: 0.5), epochs: 5), [0.1, 0.05, 0.05, 0.025, 0.025])
    expect(rates(.rates([0.3, 0.2]), epochs: 4), [0.3, 0.2, 0.2, 0.2])
  }

  /// The numbers of PyTorch's `CosineAnnealingLR(T_max=4, eta_min=0.02)`.
  @Test func cosine() {
    expect(
      rates(.cosine(final: 0.02), epochs: 4),
      [0.1, 0.08828427124746191, 0.06, 0.03171572875253809])
  }

  /// After two epochs without a better accuracy the rate is divided, and the count restarts.
  @Test func plateau() {
    expect(
      rates(
        .plateau(patience: 2, factor: 0.1), epochs: 8,
        accuracies: [0.5, 0.6, 0.6, 0.55, 0.6, 0.7, 0.7, 0.1]),
      [0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01])
    expect(
      rates(
        .plateau(patience: 1, factor: 0.1), epochs: 4, accuracies: [0.5, 0.4, 0.4, 0.6]),
      [0.1, 0.1, 0.01, 0.001])
  }
}
