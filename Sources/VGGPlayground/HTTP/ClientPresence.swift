/// Whether the client that sent a request still waits for its answer.
///
/// Long work asks between its steps, so that nothing more is computed for a client that has left.
package struct ClientPresence: Sendable {
  private let isThere: @Sendable () -> Bool

  package init(_ isThere: @escaping @Sendable () -> Bool) {
    self.isThere = isThere
  }

  /// A client that waits for whatever comes, such as a test.
  package static let permanent = ClientPresence { true }

  /// - Throws: ``ClientLeft`` when there is nobody left to answer.
  func check() throws(ClientLeft) {
    guard isThere() else { throw ClientLeft() }
  }
}

/// Nobody waits for the answer any more.
package struct ClientLeft: Error {}
