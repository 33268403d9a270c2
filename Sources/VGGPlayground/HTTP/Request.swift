/// What the playground knows of a request.
package struct Request: Sendable {
  package let method: String
  /// As it was sent, with whatever follows a question mark.
  package let target: String
  /// By name in lower case; values of one name are joined by commas, as HTTP allows.
  private let headers: [String: String]
  package let body: [UInt8]
  /// Where the server listens to which it came.
  package let port: Int

  package init(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8] = [],
    port: Int
  ) {
    self.method = method
    self.target = target
    self.port = port
    self.headers = Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { "\($0), \($1)" }
    self.body = body
  }

  package subscript(header name: String) -> String? { headers[name.lowercased()] }
}
