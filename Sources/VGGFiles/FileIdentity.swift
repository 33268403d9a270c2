/// What tells a file or folder from all others, by whatever path it is reached.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// That of what stands at `path`; `nil` where nothing is.
  package init?(of path: String, followingLinks: Bool = true) {
    guard let status = Platform.status(of: path, followingLinks: followingLinks) else { return nil }
    self.init(status)
  }

  package init(_ status: FileStatus) {
    (device, number) = (status.device, status.number)
  }
}
