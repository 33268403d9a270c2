import Foundation
import Testing

/// Compares `text` with a file under `Tests/Golden`; with `VGGC_RECORD=1` in the environment,
/// writes the file.
package func expectGolden(
  _ text: String, _ path: String, at location: SourceLocation = #_sourceLocation
) throws {
  try expectRecorded(text, "Tests/Golden/\(path)", at: location)
}

/// Compares `text` with a file of this checkout that is generated from the code; with
/// `VGGC_RECORD=1` in the environment, writes the file.
package func expectRecorded(
  _ text: String, _ path: String, at location: SourceLocation = #_sourceLocation
) throws {
  let file = Checkout.file(path)
  if ProcessInfo.processInfo.environment["VGGC_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    return
  }
  let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  guard Array(text.utf8) != Array(recorded.utf8) else { return }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let recordedLines = recorded.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(lines, recordedLines).prefix { $0 == $1 }.count
  Issue.record(
    """
    \(path) differs from line \(line + 1) on
    expected: \(recordedLines.dropFirst(line).first ?? "the end")
    found:    \(lines.dropFirst(line).first ?? "the end")
    VGGC_RECORD=1 swift test renews the files that are made from the code
    """, sourceLocation: location)
}
