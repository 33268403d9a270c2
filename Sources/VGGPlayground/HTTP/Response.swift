import VGGDiagnostics
import VGGPages

/// A response of the playground.
package struct Response: Sendable {
  package let status: Int
  package var headers: [(name: String, value: String)]
  package let body: [UInt8]

  package init(
    _ status: Int, type: String, _ body: [UInt8], headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.headers = [("Content-Type", type)] + headers
    self.body = body
  }
}

extension Response {
  static func json(_ value: some Encodable, in language: Language) -> Response {
    // No answer contains a number that JSON cannot express.
    guard let text = try? jsonText(value) else { return refusal(.unencodable, in: language) }
    return Response(200, type: "application/json", Array(text.utf8))
  }

  /// A response with a message for a refused request.
  static func refusal(_ refusal: PageRefusal, in language: Language) -> Response {
    let message = language.pagePhrases.words(for: refusal)
    let text = (try? jsonText(["message": message])) ?? ""
    var headers: [(name: String, value: String)] = []
    if case .otherMethod(let allowed) = refusal { headers = [("Allow", allowed)] }
    return Response(
      refusal.status, type: "application/json", Array(text.utf8), headers: headers)
  }

  /// The response with headers that restrict the browser to the page's needs: nothing from other origins
  /// runs or is fetched, and no other page can embed or read it.
  var guarded: Response {
    var copy = self
    copy.headers += [
      (
        "Content-Security-Policy",
        """
        default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; \
        form-action 'none'; frame-ancestors 'none'
        """
      ),
      ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"),
      ("Referrer-Policy", "no-referrer"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cache-Control", "no-store"),
    ]
    return copy
  }
}

extension PageRefusal {
  /// The status of the response.
  fileprivate var status: Int {
    switch self {
    case .notHTTP, .noQuestion, .textNotUTF8: 400
    case .otherHost, .otherPage, .wrongKey: 403
    case .noPage: 404
    case .otherMethod: 405
    case .timeout: 408
    case .changedOnDisk: 412
    case .textTooLarge: 413
    case .otherType: 415
    case .noVersion: 428
    case .longHeader: 431
    case .unwritable, .unencodable: 500
    case .busy: 503
    }
  }
}
