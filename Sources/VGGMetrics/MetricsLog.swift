import VGGFiles

/// The log of a training run, with a line per epoch: `metrics.csv` and `metrics.jsonl` in its folder.
///
/// A line is written with one call and then synced, so that a killed training run leaves whole lines and at most one that is
/// cut off, which is dropped when the training resumes.
package struct MetricsLog: Sendable {
  package private(set) var epochs: [EpochMetrics]
  /// The CRC-32C of the epochs' JSON lines without their version.
  private var lines = CRC32C()
  private let folder: String

  private var csvPath: String { "\(folder)/metrics.csv" }
  private var jsonPath: String { "\(folder)/metrics.jsonl" }

  /// The most bytes of a log that is read back: a million epochs of 256 bytes.
  private static let largest = 256 << 20

  /// Starts a log in `folder`, replacing an existing one.
  package init(startingIn folder: String) throws(UnwritableFile) {
    self.folder = folder
    epochs = []
    try writeAll()
  }

  /// Resumes the log in `folder` after its first `count` epochs; anything beyond them, whole or cut off, is dropped.
  ///
  /// - Parameter checksum: ``checksum`` of these epochs as they were written; `nil` if unknown.
  /// - Throws: ``UnwritableFile``, or ``UnreadableFile`` if the log has fewer epochs or different ones; the log is then
  ///   unchanged.
  package init(continuingIn folder: String, after count: Int, checksum: UInt32? = nil) throws {
    self.folder = folder
    let found = try Self.read("\(folder)/metrics.jsonl", first: count)
    guard found.count >= count else {
      throw UnreadableFile(
        reason:
          "\(folder)/metrics.jsonl has \(found.count) complete epochs, but the checkpoint needs \(count)"
      )
    }
    epochs = found
    for epoch in found { try note(epoch) }
    if let checksum, self.checksum != checksum {
      throw UnreadableFile(
        reason:
          "\(jsonPath) has changed since the training wrote it; restore the file, or train from scratch"
      )
    }
    try writeAll()
  }

  /// The first `count` epochs of a log, or those before the first line that is incomplete or out of order.
  ///
  /// - Throws: ``UnreadableFile``, also if a line has impossible numbers.
  private static func read(
    _ path: String, first count: Int
  ) throws(UnreadableFile) -> [EpochMetrics] {
    guard count > 0 else { return [] }
    let bytes = try BoundedFileReader(limit: largest).read(path)
    var epochs: [EpochMetrics] = []
    var rest = bytes[...]
    while epochs.count < count, let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      guard let metrics = EpochMetrics(jsonLine: rest[..<end]), metrics.epoch == epochs.count + 1
      else { break }
      if let fault = metrics.fault {
        throw UnreadableFile(.damagedLine(metrics.epoch, of: path, fault: fault))
      }
      epochs.append(metrics)
      rest = rest[(end + 1)...]
    }
    return epochs
  }

  /// Adds an epoch to both files.
  package mutating func append(_ metrics: EpochMetrics) throws {
    try appendLine(metrics.csvLine, to: csvPath)
    try appendLine(metrics.jsonLine(), to: jsonPath)
    try note(metrics)
    epochs.append(metrics)
  }

  /// A checksum that distinguishes these epochs from others.
  package var checksum: UInt32 { lines.value }

  private mutating func note(_ metrics: EpochMetrics) throws {
    Array(try metrics.checkedLine().utf8).withUnsafeBytes { lines.update($0) }
  }

  private func writeAll() throws(UnwritableFile) {
    let csv = EpochMetrics.csvHead + epochs.map(\.csvLine).joined()
    try AtomicFile.write(Array(csv.utf8), to: csvPath)
    let json = epochs.map { (try? $0.jsonLine()) ?? "" }.joined()
    try AtomicFile.write(Array(json.utf8), to: jsonPath)
  }
}
