import VGGDiagnostics
import VGGMarkup

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension EpochMetrics {
  /// The header of the table to which ``csvLine`` adds lines.
  static let csvHead = csvRow([
    "epoch", "rate", "loss", "accuracy", "test_loss", "test_accuracy", "seconds",
    "images_per_second",
  ])

  /// One line of a comma-separated table; numbers have the fewest digits that reproduce them.
  var csvLine: String {
    csvRow(
      [
        String(epoch), "\(rate)", "\(loss)", "\(accuracy)", testLoss.map { "\($0)" } ?? "",
        testAccuracy.map { "\($0)" } ?? "", "\(seconds)", "\(imagesPerSecond)",
      ])
  }

  /// A line of `metrics.jsonl`, as described by `Docs/schema/metrics.schema.json`.
  func jsonLine() throws -> String {
    try Self.line(VersionedDocument(.metrics, self))
  }

  /// The same without the version: the line of which a log's checksum is computed, so that the checksums of logs whose
  /// lines have no version stay valid.
  func checkedLine() throws -> String { try Self.line(self) }

  private static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// Decodes a line of JSON; `nil` if it is cut off or has other content.
  init?(jsonLine line: some Sequence<UInt8>) {
    guard let metrics = try? JSONDecoder().decode(EpochMetrics.self, from: Data(line)) else {
      return nil
    }
    self = metrics
  }
}
