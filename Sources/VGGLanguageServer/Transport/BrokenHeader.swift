/// A message header with a length that cannot be the message's.
package enum BrokenHeader: Error, Equatable, Sendable {
  /// A length that is not a whole number from 0 up.
  case noLength(String)
  /// A length over ``MessageFramer/largestLength``.
  case tooLarge(String)
}
