/// The kind of a value that was written.
package enum ValueKind: Hashable, Sendable {
  case list
  case mapping
  case nothing
  case truth(String)
  case number(String)
  case text(String)
  /// Reading has reported an error there.
  case unread
}
