/// The identity of a file or folder, whatever path leads to it.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// The identity of the item at `path`; `nil` if there isn't one.
  package init?(of path: String, followingLinks: Bool = true) {
    guard let status = Platform.status(of: path, followingLinks: followingLinks) else { return nil }
    self.init(status)
  }

  package init(_ status: FileStatus) {
    (device, number) = (status.device, status.number)
  }
}
