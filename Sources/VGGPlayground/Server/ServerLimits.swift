import NIOCore

/// The time and memory that the server grants its clients.
package struct ServerLimits: Sendable {
  /// The time in which the next request must begin, on a connection without one.
  package var idle: TimeAmount
  /// The time in which a request must be whole, head and body, from its first byte.
  package var request: TimeAmount
  /// The time in which a client must take an answer.
  package var answer: TimeAmount
  /// The most connections at once.
  package var connections: Int
  /// The most bytes of bodies and answers that are held for all clients together.
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

  /// The bytes that are read from a connection at once. Small, since a client may send thousands of requests
  /// in them, which are parsed before the first is answered.
  static let readSize = 4 << 10
  /// The size of the system's buffers of a connection, in each direction.
  static let socketBuffer = 64 << 10
}
