import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An HTTP server on this machine for one file, which can be configured to misbehave.
package final class FileServer: Sendable {
  /// The server's behaviour for requests for the file.
  package struct Behaviour: Sendable {
    /// Whether a request for a part is answered with the part, or with the whole file.
    package var sendsParts = true
    /// The numbers of body bytes after which the connection is closed, one entry per request; later
    /// requests are answered in full.
    package var breaksOff: [Int] = []
    /// The number of body bytes after which the server stalls and keeps the connection open.
    package var stallsAfter: Int?
    /// Whether the answer has the length of its body.
    package var saysLength = true
    /// The file's size in the answers for parts; the true one if not given.
    package var saidSize: Int?
    /// Additional header lines.
    package var headers: [String] = []
    /// A status other than success, without the file.
    package var status: Int?

    package init() {}
  }

  /// The URL without the file's name.
  package let baseURL: String
  private let port: Int
  private let socket: Int32
  private let name: String
  private let content: [UInt8]
  private let state: Mutex<State>

  private struct State {
    var behaviour: Behaviour
    var requestedOffsets: [Int] = []
    var isClosed = false
  }

  /// Serves `content` under `name` until the server is closed.
  package init(name: String, content: [UInt8], _ behaviour: Behaviour = Behaviour()) throws {
    self.name = name
    self.content = content
    state = Mutex(State(behaviour: behaviour))
    #if canImport(Glibc)
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = socket
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw CannotServe() }
    port = Int(UInt16(bigEndian: address.sin_port))
    baseURL = "http://127.0.0.1:\(port)"
    Thread.detachNewThread { [self] in serve() }
  }

  private struct CannotServe: Error {}

  /// The first byte that each request so far asked for.
  package var requestedOffsets: [Int] { state.withLock { $0.requestedOffsets } }

  package func setBehaviour(_ behaviour: Behaviour) {
    state.withLock { $0.behaviour = behaviour }
  }

  /// Stops serving; when it returns, nothing listens at the port.
  package func close() {
    state.withLock { $0.isClosed = true }
    // Ends the wait for a connection, and is closed after the socket.
    _ = try? Connection(port: port).receive()
  }

  // MARK: - Serving

  /// Answers until the server is closed. Only this thread closes the socket, so that it never waits at a number that
  /// another test's socket has taken over.
  private func serve() {
    while true {
      let connection = accept(socket, nil, nil)
      guard connection >= 0, !state.withLock({ $0.isClosed }) else {
        _ = systemClose(socket)
        if connection >= 0 { _ = systemClose(connection) }
        return
      }
      if let request = readRequest(connection) { answer(request, on: connection) }
      if state.withLock({ $0.behaviour.stallsAfter }) == nil { _ = systemClose(connection) }
    }
  }

  /// The lines of the request.
  private func readRequest(_ connection: Int32) -> [Substring]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while !bytes.contains([13, 10, 13, 10]) {
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  private func answer(_ request: [Substring], on connection: Int32) {
    let path = request[0].split(separator: " ").dropFirst().first
    let range = request.first { $0.lowercased().hasPrefix("range: bytes=") }
    let offset = range.flatMap { Int($0.dropFirst(13).prefix { $0 != "-" }) } ?? 0
    let (behaviour, limit) = state.withLock { state in
      state.requestedOffsets.append(offset)
      let breaksOff = state.behaviour.breaksOff
      state.behaviour.breaksOff = Array(breaksOff.dropFirst())
      return (state.behaviour, breaksOff.first ?? state.behaviour.stallsAfter)
    }
    guard path == "/\(name)" else { return send("404 Not Found", [], [], on: connection) }
    if let status = behaviour.status {
      return send("\(status) Something", [], [], on: connection)
    }
    guard behaviour.sendsParts, offset > 0 else {
      return send("200 OK", behaviour.headers, content[...], limit, on: connection)
    }
    guard offset < content.count else {
      return send(
        "416 Range Not Satisfiable", ["Content-Range: bytes */\(content.count)"], [], on: connection
      )
    }
    send(
      "206 Partial Content",
      [
        "Content-Range: bytes \(offset)-\(content.count - 1)/\(behaviour.saidSize ?? content.count)"
      ], content[offset...],
      limit, on: connection)
  }

  private func send(
    _ status: String, _ headers: [String], _ body: ArraySlice<UInt8>, _ limit: Int? = nil,
    on connection: Int32
  ) {
    let length = state.withLock { $0.behaviour.saysLength } ? ["Content-Length: \(body.count)"] : []
    let head = ["HTTP/1.1 \(status)", "Connection: close"] + length + headers
    let bytes =
      Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body.prefix(limit ?? .max)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.send(
            connection, buffer.baseAddress.map { $0 + sent }, bytes.count - sent,
            Int32(MSG_NOSIGNAL))
        #else
          Darwin.send(connection, buffer.baseAddress.map { $0 + sent }, bytes.count - sent, 0)
        #endif
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
