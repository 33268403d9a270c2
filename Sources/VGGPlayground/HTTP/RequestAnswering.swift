/// Answers requests; the server's connections know nothing else of it.
package protocol RequestAnswering: Sendable {
  /// Returns the answer to a request whose body is not wanted, judged by its head alone; `nil` if the body
  /// is needed. It is asked before a byte of the body is kept.
  func answerWithoutBody(to head: Request) -> Response?

  /// Returns the answer to a whole request.
  ///
  /// - Throws: ``ClientLeft`` when `client` left before the answer was ready.
  func answer(to request: Request, for client: ClientPresence) throws(ClientLeft) -> Response
}
