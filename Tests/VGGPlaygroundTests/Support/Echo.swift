@testable import VGGPlayground

/// Answers with what it is asked: method, path and body.
struct Echo: RequestAnswering {
  /// The bytes that the answer has at least; blanks come first.
  var size = 0
  /// What is answered to a head alone.
  var refusal: Response?

  func answerWithoutBody(to head: Request) -> Response? { refusal }

  func answer(to request: Request, for client: ClientPresence) -> Response {
    let text = Array("\(request.method) \(request.target) ".utf8) + request.body
    let blanks = Array(repeating: UInt8(ascii: " "), count: max(0, size - text.count))
    return Response(200, type: "text/plain", blanks + text)
  }
}
