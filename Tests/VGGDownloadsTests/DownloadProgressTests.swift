import Testing
import VGGDownloads

@Suite struct DownloadProgressTests {
  private static let mebibyte = 1 << 20

  /// The MiB received, those already there, the total, the seconds; and the cells of the bar, the speed and the seconds left.
  private static let progress: [(Int, Int, Int?, Double, cells: Int?, speed: String, left: Int?)] =
    [
      (264, 0, 528, 24, 12, "11.0 MiB/s", 24),
      (264, 200, 528, 10, 12, "6.4 MiB/s", 42),
      (528, 0, 528, 10, 24, "52.8 MiB/s", 0),
      (0, 0, 528, 0, 0, "0.0 MiB/s", nil),
      (3, 0, nil, 2, nil, "1.5 MiB/s", nil),
      (3, 0, 0, 2, nil, "1.5 MiB/s", nil),
    ]

  @Test(arguments: progress.indices)
  func theNumbersAreShown(_ index: Int) {
    let (received, before, total, seconds, cells, speed, left) = Self.progress[index]
    let progress = DownloadProgress(
      title: "a", received: received * Self.mebibyte, before: before * Self.mebibyte,
      total: total.map { $0 * Self.mebibyte }, seconds: seconds)
    #expect(progress.bar?.count { $0 == "#" } == cells)
    #expect(progress.bar?.count ?? 24 == 24)
    #expect(progress.speed == speed)
    #expect(progress.secondsLeft == left)
  }

  /// Any number that a server may send is accepted.
  @Test(arguments: [0, 1, -1, Int.max, Int.min])
  func anyTotalIsTaken(_ total: Int) {
    let progress = DownloadProgress(
      title: "a", received: .max, before: 0, total: total, seconds: 1e-9)
    #expect((progress.bar == nil) == (total <= 0))
    #expect((progress.secondsLeft == nil) == (total <= 0))
  }
}
