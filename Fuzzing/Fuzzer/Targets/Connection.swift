import VGGFiles
import VGGPlayground

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sends an input to the playground's server unchanged, except for `PORT`, which becomes the server's port:
/// another client's request is still answered.
func fuzzConnection(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  let input = Array(bytes).replacing(Array("PORT".utf8), by: Array("\(Server.shared.port)".utf8))
  let client = Client(port: Server.shared.port)
  client.write(input)
  // An answer takes less than this; an incomplete request gets none.
  _ = client.answer(milliseconds: 3)
  let other = Client(port: Server.shared.port)
  let request = "GET /icon.svg HTTP/1.1\r\nHost: 127.0.0.1:\(Server.shared.port)\r\n\r\n"
  other.write(Array(request.utf8))
  let answer = other.answer(milliseconds: 10_000)
  precondition(answer.starts(with: "HTTP/1.1 200 ".utf8), "the server does not answer others")
  client.breakOff()
  other.breakOff()
  return 0
}

private enum Server {
  static let shared: PlaygroundServer = {
    do {
      return try PlaygroundServer(port: 0, answering: SmallPlayground.shared)
    } catch {
      fatalError("cannot listen: \(error)")
    }
  }()
}

/// A connection to the server.
private struct Client {
  private let descriptor: CInt

  init(port: Int) {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr(PlaygroundServer.host)
    let isConnected = withUnsafeBytes(of: &address) { bytes in
      connect(
        descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
        socklen_t(bytes.count)) == 0
    }
    precondition(isConnected, "the server accepts no connection: \(systemError())")
  }

  func write(_ bytes: [UInt8]) {
    #if canImport(Glibc)
      let quietly = CInt(MSG_NOSIGNAL)
    #else
      let quietly: CInt = 0
    #endif
    // The server may have closed the connection, which is allowed.
    _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, quietly) }
  }

  /// The first data that arrives within the time; empty if none does.
  func answer(milliseconds: CInt) -> [UInt8] {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
    return Array(bytes.prefix(max(0, count)))
  }

  /// Resets the connection, so that no port waits for it to end.
  func breakOff() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    close(descriptor)
  }
}

extension [UInt8] {
  /// The bytes with each `part` replaced.
  fileprivate func replacing(_ part: [UInt8], by other: [UInt8]) -> [UInt8] {
    var (result, index) = ([UInt8](), 0)
    while index < count {
      if self[index...].starts(with: part) {
        result += other
        index += part.count
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }
}
