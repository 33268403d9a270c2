import VGGDiagnostics

/// A service that answers requests; it is all that the server's connections know about the playground.
package protocol RequestAnswering: Sendable {
  /// The language of refusals.
  var language: Language { get }

  /// Returns the answer to a request whose head is enough to answer it; `nil` if the body is needed. Called
  /// before any byte of the body is stored.
  func answerWithoutBody(to head: Request) -> Response?

  /// Returns the answer to a complete request.
  ///
  /// - Throws: ``ClientLeft`` if `client` left before the answer was ready.
  func answer(to request: Request, for client: ClientPresence) throws(ClientLeft) -> Response
}
