import NIOCore

/// The server's limits on its clients' time and memory.
package struct ServerLimits: Sendable {
  /// The time in which the next request must begin on an idle connection.
  package var idle: TimeAmount
  /// The time in which a request, head and body, must be complete, from its first byte.
  package var request: TimeAmount
  /// The time in which a client must receive an answer.
  package var answer: TimeAmount
  /// The maximum number of simultaneous connections.
  package var connections: Int
  /// The maximum number of bytes of bodies and answers held for all clients together.
  package var bytes: Int

  package init(
    idle: TimeAmount = .seconds(60), request: TimeAmount = .seconds(10),
    answer: TimeAmount = .seconds(20), connections: Int = 256, bytes: Int = 64 << 20
  ) {
    self.idle = idle
    self.request = request
    self.answer = answer
    self.connections = connections
    self.bytes = bytes
  }

  /// The number of bytes read from a connection at once. It is small, since a client may send thousands of
  /// requests in them, which are parsed before the first is answered.
  static let readSize = 4 << 10
  /// The size of the system's buffers for a connection, in each direction.
  static let socketBuffer = 64 << 10
}
