import VGGDiagnostics

@testable import VGGPlayground

/// Answers with the request: method, path and body.
struct Echo: RequestAnswering {
  let language = Language.english
  /// The minimum number of bytes in the answer; blanks come first.
  var size = 0
  /// The answer to a request's head alone.
  var refusal: Response?

  func answerWithoutBody(to head: Request) -> Response? { refusal }

  func answer(to request: Request, for client: ClientPresence) -> Response {
    let text = Array("\(request.method) \(request.target) ".utf8) + request.body
    let blanks = Array(repeating: UInt8(ascii: " "), count: max(0, size - text.count))
    return Response(200, type: "text/plain", blanks + text)
  }
}
