import Foundation
import Testing

/// Compares `text` with a file under `Tests/Golden`; with `VGGC_RECORD=1` in the environment, writes the file.
package func expectGolden(
  _ text: String, _ path: String, at location: SourceLocation = #_sourceLocation
) throws {
  let file = Repository.file("Tests/Golden/\(path)")
  if ProcessInfo.processInfo.environment["VGGC_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    return
  }
  let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  guard Array(text.utf8) != Array(golden.utf8) else { return }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let goldenLines = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(lines, goldenLines).prefix { $0 == $1 }.count
  Issue.record(
    """
    \(path) differs from line \(line + 1) on
    expected: \(goldenLines.dropFirst(line).first ?? "the end")
    found:    \(lines.dropFirst(line).first ?? "the end")
    VGGC_RECORD=1 in the environment renews the golden files
    """, sourceLocation: location)
}

/// Places in this checkout.
package enum Repository {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  package static func file(_ path: String) -> URL { root.appending(path: path) }
}
