/// The kind of item at a path.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  /// A device, a pipe, a socket, or a link where links are not followed.
  case other

  /// `nil` if there isn't an item, or permission is missing.
  package init?(of path: String, followingLinks: Bool = true) {
    guard let status = Platform.status(of: path, followingLinks: followingLinks) else { return nil }
    self = status.kind
  }
}
