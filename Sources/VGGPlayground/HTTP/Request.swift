/// A request to the playground.
package struct Request: Sendable {
  package let method: String
  /// The target as it was sent, including any query.
  package let target: String
  /// The headers by lowercase name; values with the same name are joined by commas, as HTTP allows.
  private let headers: [String: String]
  package let body: [UInt8]
  /// The port of the server that received the request.
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
