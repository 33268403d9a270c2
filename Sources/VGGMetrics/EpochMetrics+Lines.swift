import VGGMarkup

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension EpochMetrics {
  /// The head of the table that ``csvLine`` continues.
  static let csvHead = csvRow([
    "epoch", "rate", "loss", "accuracy", "test_loss", "test_accuracy", "seconds",
    "images_per_second",
  ])

  /// One line of a comma-separated table; numbers in the fewest digits that give them again.
  var csvLine: String {
    csvRow(
      [
        String(epoch), "\(rate)", "\(loss)", "\(accuracy)", testLoss.map { "\($0)" } ?? "",
        testAccuracy.map { "\($0)" } ?? "", "\(seconds)", "\(imagesPerSecond)",
      ])
  }

  /// A JSON object on a line of its own.
  func jsonLine() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// What a line of JSON says; `nil` where it is cut off or says something else.
  init?(jsonLine line: some Sequence<UInt8>) {
    guard let metrics = try? JSONDecoder().decode(EpochMetrics.self, from: Data(line)) else {
      return nil
    }
    self = metrics
  }
}
