/// What stands at a path.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  /// A device, a pipe, a socket, or a link where links are not followed.
  case other

  /// `nil` where nothing is, or nobody may look.
  package init?(of path: String, followingLinks: Bool = true) {
    guard let status = Platform.status(of: path, followingLinks: followingLinks) else { return nil }
    self = status.kind
  }
}
