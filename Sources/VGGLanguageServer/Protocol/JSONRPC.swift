#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The envelope of every message, JSON-RPC 2.0.
enum JSONRPC {
  /// A request's identifier, which matches a response to its request.
  enum ID: Hashable, Sendable {
    case number(Int)
    case text(String)
  }

  /// A message's ID and method, without its parameters.
  struct Envelope: Decodable, Sendable {
    var id: ID?
    /// The method; `nil` for responses.
    var method: String?
  }

  struct Message<Params: Decodable>: Decodable {
    var params: Params
  }

  struct CancelParams: Decodable, Sendable {
    var id: ID
  }

  struct Failure: Error, Encodable, Hashable, Sendable {
    var code: Int
    var message: String
  }

  struct Notification<Params: Encodable>: Encodable {
    let jsonrpc = "2.0"
    var method: String
    var params: Params

    private enum CodingKeys: CodingKey { case jsonrpc, method, params }
  }

  struct Request<Params: Encodable>: Encodable {
    let jsonrpc = "2.0"
    var id: String
    var method: String
    var params: Params?

    private enum CodingKeys: CodingKey { case jsonrpc, id, method, params }
  }

  struct Response<Result: Encodable>: Encodable {
    let jsonrpc = "2.0"
    var id: ID
    /// The result, written as null if there isn't one, since a response needs a result.
    var result: Result

    private enum CodingKeys: CodingKey { case jsonrpc, id, result }
  }

  struct ErrorResponse: Encodable {
    let jsonrpc = "2.0"
    /// The request's ID, written as null if the request could not be read.
    var id: ID?
    var error: Failure

    private enum CodingKeys: CodingKey { case jsonrpc, id, error }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(jsonrpc, forKey: .jsonrpc)
      try container.encode(id, forKey: .id)
      try container.encode(error, forKey: .error)
    }
  }

  static func read<Value: Decodable>(_ type: Value.Type, from content: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(content))
  }

  /// - Returns: `nil` if a value cannot be written as JSON, which never happens with the server's messages.
  static func write(_ message: some Encodable) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(message)).map { Array($0) }
  }
}

extension JSONRPC.ID: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

/// The protocol's errors with their messages.
extension JSONRPC.Failure {
  static func parseError(_ reason: String) -> Self { Self(code: -32700, message: reason) }
  static func invalidRequest(_ reason: String) -> Self { Self(code: -32600, message: reason) }
  static func unknownMethod(_ method: String) -> Self {
    Self(code: -32601, message: "no such method: \(method)")
  }
  static func invalidParams(_ method: String, _ error: any Error) -> Self {
    Self(code: -32602, message: "invalid parameters of \(method): \(place(of: error))")
  }
  static let notInitialized = Self(code: -32002, message: "the server is not initialized")
  /// A valid request that cannot be carried out.
  static func failed(_ reason: String) -> Self { Self(code: -32803, message: reason) }
  static let cancelled = Self(code: -32800, message: "cancelled")

  /// A description of the parameter that is missing or has the wrong type.
  private static func place(of error: any Error) -> String {
    func path(_ context: DecodingError.Context, _ last: String? = nil) -> String {
      (context.codingPath.map(\.stringValue) + (last.map { [$0] } ?? [])).joined(separator: ".")
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context):
      "\(path(context, key.stringValue)) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      "\(path(context)) is not a valid value"
    default: "they can't be read"
    }
  }
}
