/// What tells a file or folder from all others, by whatever path it is reached.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// That of what stands at `path`, links followed; `nil` where nothing is.
  package init?(of path: String) {
    guard let status = Platform.status(of: path) else { return nil }
    (device, number) = (status.device, status.number)
  }
}
