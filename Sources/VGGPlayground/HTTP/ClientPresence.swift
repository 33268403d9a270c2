/// Whether the client that sent a request is still waiting for its answer.
///
/// Long computations check it between steps, so that no more work is done for a client that has left.
package struct ClientPresence: Sendable {
  private let isThere: @Sendable () -> Bool

  package init(_ isThere: @escaping @Sendable () -> Bool) {
    self.isThere = isThere
  }

  /// A client that never leaves, such as a test.
  package static let permanent = ClientPresence { true }

  /// - Throws: ``ClientLeft`` if the client has left.
  func check() throws(ClientLeft) {
    guard isThere() else { throw ClientLeft() }
  }
}

/// An error: the client is no longer waiting for the answer.
package struct ClientLeft: Error {}
