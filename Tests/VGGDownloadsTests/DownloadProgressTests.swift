import Testing
import VGGDownloads

@Suite struct DownloadProgressTests {
  private static let mebibyte = 1 << 20

  /// The MiB received, those already there, the total, the seconds, and the text shown.
  private static let lines: [(Int, Int, Int?, Double, String)] = [
    (264, 0, 528, 24, "a [############            ] 264 of 528 MiB, 11.0 MiB/s, 24 s left"),
    (264, 200, 528, 10, "a [############            ] 264 of 528 MiB, 6.4 MiB/s, 42 s left"),
    (528, 0, 528, 10, "a [########################] 528 of 528 MiB, 52.8 MiB/s, 0 s left"),
    (0, 0, 528, 0, "a [                        ] 0 of 528 MiB, 0.0 MiB/s"),
    (3, 0, nil, 2, "a 3 MiB, 1.5 MiB/s"),
    (3, 0, 0, 2, "a 3 MiB, 1.5 MiB/s"),
  ]

  @Test(arguments: lines.indices)
  func theLineIsShown(_ index: Int) {
    let (received, before, total, seconds, line) = Self.lines[index]
    let progress = DownloadProgress(
      title: "a", received: received * Self.mebibyte, before: before * Self.mebibyte,
      total: total.map { $0 * Self.mebibyte }, seconds: seconds)
    #expect(progress.line == line)
  }

  /// Any number that a server may send is accepted.
  @Test(arguments: [0, 1, -1, Int.max, Int.min])
  func anyTotalIsTaken(_ total: Int) {
    let progress = DownloadProgress(
      title: "a", received: .max, before: 0, total: total, seconds: 1e-9)
    #expect(progress.line.hasPrefix("a "))
  }
}
