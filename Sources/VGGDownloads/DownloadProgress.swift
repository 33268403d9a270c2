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

  /// The bar: a `#` for each 24th of the file; `nil` if the file's size is unknown.
  package var bar: String? {
    guard let size else { return nil }
    let filled = Int(clamping: min(Double(received) / Double(size), 1) * Double(Self.cells))
    return String(repeating: "#", count: filled)
      + String(repeating: " ", count: Self.cells - filled)
  }

  /// The file's size in bytes, if the server announced a possible one.
  package var size: Int? { total.flatMap { $0 > 0 ? $0 : nil } }

  /// The seconds until the download is complete, if they can be estimated.
  package var secondsLeft: Int? {
    guard let size, rate > 0 else { return nil }
    return Int(clamping: min(Double(max(0, size - received)) / rate, 1e9).rounded(.up))
  }

  /// Bytes per second.
  private var rate: Double { seconds > 0 ? Double(received - before) / seconds : 0 }

  /// The speed, such as `11.3 MiB/s`.
  package var speed: String {
    let tenths = Int(clamping: min(max(rate, 0) / 104_857.6, 1e9).rounded())
    return "\(tenths / 10).\(tenths % 10) MiB/s"
  }
}
