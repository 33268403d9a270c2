import Testing
import VGGDownloads

@Suite struct DownloadProgressTests {
  static let cases: [(Int, Int, Int?, Double, String)] = [
    (
      264 << 20, 0, 528 << 20, 24.0,
      "a [############            ] 264 of 528 MiB, 11.0 MiB/s, 24 s left"
    ),
    (
      264 << 20, 200 << 20, 528 << 20, 10.0,
      "a [############            ] 264 of 528 MiB, 6.4 MiB/s, 42 s left"
    ),
    (
      528 << 20, 0, 528 << 20, 10.0,
      "a [########################] 528 of 528 MiB, 52.8 MiB/s, 0 s left"
    ),
    (0, 0, 528 << 20, 0.0, "a [                        ] 0 of 528 MiB, 0.0 MiB/s"),
    (3 << 20, 0, nil, 2.0, "a 3 MiB, 1.5 MiB/s"), (3 << 20, 0, 0, 2.0, "a 3 MiB, 1.5 MiB/s"),
    (
      .max, 0, 1, 1e-9,
      "a [########################] 8796093022207 of 0 MiB, 100000000.0 MiB/s, 0 s left"
    ),
  ]

  @Test(arguments: cases)
  func lines(_ received: Int, _ before: Int, _ total: Int?, _ seconds: Double, _ line: String) {
    let progress = DownloadProgress(
      title: "a", received: received, before: before, total: total, seconds: seconds)
    #expect(progress.line == line)
  }
}
