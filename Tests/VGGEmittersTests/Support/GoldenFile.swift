import Foundation
import Testing

/// Compares `text` with a file under `Tests/Golden`; with `VGGC_RECORD=1` in the environment,
/// writes the file.
func expectGolden(
  _ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Checkout.file("Tests/Golden/\(path)")
  if ProcessInfo.processInfo.environment["VGGC_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    return
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  guard text != golden else { return }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let goldenLines = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(lines, goldenLines).prefix { $0 == $1 }.count
  Issue.record(
    """
    \(path) differs from line \(line + 1) on
    expected: \(goldenLines.dropFirst(line).first ?? "the end")
    emitted:  \(lines.dropFirst(line).first ?? "the end")
    VGGC_RECORD=1 in the environment renews the golden files
    """, sourceLocation: sourceLocation)
}
