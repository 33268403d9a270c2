/// The state of a training run after an epoch.
package struct EpochMetrics: Codable, Hashable, Sendable {
  /// The epoch's number, from 1.
  package var epoch: Int
  /// The learning rate of the epoch.
  package var rate: Double
  /// Means over the epoch's steps, with the weights at each step.
  package var loss: Double
  package var accuracy: Double
  /// The results on the photos held back, with the weights after the epoch; `nil` without such
  /// photos.
  package var testLoss: Double?
  package var testAccuracy: Double?
  /// The time of the epoch, including testing.
  package var seconds: Double
  package var imagesPerSecond: Double

  package init(
    epoch: Int, rate: Double, loss: Double, accuracy: Double, testLoss: Double? = nil,
    testAccuracy: Double? = nil, seconds: Double, imagesPerSecond: Double
  ) {
    self.epoch = epoch
    self.rate = rate
    self.loss = loss
    self.accuracy = accuracy
    self.testLoss = testLoss
    self.testAccuracy = testAccuracy
    self.seconds = seconds
    self.imagesPerSecond = imagesPerSecond
  }

  private enum CodingKeys: String, CodingKey {
    case epoch, rate, loss, accuracy, seconds
    case testLoss = "test_loss"
    case testAccuracy = "test_accuracy"
    case imagesPerSecond = "images_per_second"
  }
}

extension EpochMetrics {
  /// The reason why these numbers cannot come from an epoch; `nil` if they can.
  package var fault: String? {
    for (name, value) in [("accuracy", accuracy), ("test_accuracy", testAccuracy ?? 0)]
    where !(0...1).contains(value) { return "\(name) is \(value), not between 0 and 1" }
    let others = [
      ("rate", rate), ("loss", loss), ("test_loss", testLoss ?? 0), ("seconds", seconds),
      ("images_per_second", imagesPerSecond),
    ]
    for (name, value) in others where !(value >= 0 && value.isFinite) {
      return "\(name) is \(value)"
    }
    return nil
  }
}
