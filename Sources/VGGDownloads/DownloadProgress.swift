import VGGFiles

/// The progress of a download.
package struct DownloadProgress: Hashable, Sendable {
  private static let cells = 24

  /// The name of the download.
  package let title: String
  /// The bytes that are there, and those that were there before this process began.
  package let received: Int
  package let before: Int
  /// The file's size in bytes, if known.
  package let total: Int?
  /// The time since this process began.
  package let seconds: Double

  package init(title: String, received: Int, before: Int, total: Int?, seconds: Double) {
    self.title = title
    self.received = received
    self.before = before
    self.total = total
    self.seconds = seconds
  }

  /// For example: `vgg16-397923af.pth [############            ] 264 of 528 MiB, 11.3 MiB/s, 24 s left`.
  package var line: String {
    guard let total, total > 0 else { return "\(title) \(received >> 20) MiB, \(rateText)" }
    let filled = Int(clamping: min(Double(received) / Double(total), 1) * Double(Self.cells))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: " ", count: Self.cells - filled)
    let left =
      rate > 0
      ? ", \(Int(clamping: min(Double(max(0, total - received)) / rate, 1e9).rounded(.up))) s left"
      : ""
    return "\(title) [\(bar)] \(received >> 20) of \(total >> 20) MiB, \(rateText)\(left)"
  }

  /// Bytes per second.
  private var rate: Double { seconds > 0 ? Double(received - before) / seconds : 0 }

  private var rateText: String {
    let tenths = Int(clamping: min(max(rate, 0) / 104_857.6, 1e9).rounded())
    return "\(tenths / 10).\(tenths % 10) MiB/s"
  }
}
