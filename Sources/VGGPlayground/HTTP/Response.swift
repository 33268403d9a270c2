import VGGDiagnostics

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
  static func json(_ value: some Encodable) -> Response {
    // No answer contains a number that JSON cannot express.
    guard let text = try? jsonText(value) else {
      return refusal(500, "the answer can't be encoded")
    }
    return Response(200, type: "application/json", Array(text.utf8))
  }

  /// A response with a message for a refused request.
  static func refusal(
    _ status: Int, _ message: String, headers: [(name: String, value: String)] = []
  ) -> Response {
    let text = (try? jsonText(["message": message])) ?? ""
    return Response(status, type: "application/json", Array(text.utf8), headers: headers)
  }

  static func wrongMethod(allowed: String) -> Response {
    refusal(405, "allowed methods: \(allowed)", headers: [("Allow", allowed)])
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
