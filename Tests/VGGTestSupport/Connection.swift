import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A connection to a server on this machine, over which a test can send any bytes.
package final class Connection {
  private let descriptor: Int32

  package struct Refused: Error {}

  /// - Parameter sendBuffer: The size of the system's send buffer; the system's default if not given.
  package init(port: Int, sendBuffer: Int32? = nil) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    if var sendBuffer {
      setsockopt(
        descriptor, SOL_SOCKET, SO_SNDBUF, &sendBuffer, socklen_t(MemoryLayout<Int32>.size))
    }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Refused() }
  }

  deinit { close(descriptor) }

  /// Sends as much as the server accepts; a server that has hung up accepts no more.
  @discardableResult
  package func send(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        sendQuietly(descriptor, $0)
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Sends `text` again and again, until `count` bytes are sent or the server has accepted none for a while.
  ///
  /// - Returns: The number of accepted bytes.
  package func flood(with text: String, count: Int) -> Int {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < count {
      var isWritable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&isWritable, 1, 300) > 0 else { break }
      let start = sent % bytes.count
      let taken = bytes[start...].withUnsafeBytes { sendQuietly(descriptor, $0, waits: false) }
      guard taken > 0 else { break }
      sent += taken
    }
    return sent
  }

  /// Receives everything until the server hangs up, or until `isEnough` is true for it.
  package func receive(until isEnough: (String) -> Bool = { _ in false }) -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while !isEnough(String(decoding: bytes, as: UTF8.self)) {
      let count = recv(descriptor, &piece, piece.count, 0)
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Sends without the signal that ends a program whose peer has hung up.
private func sendQuietly(
  _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, waits: Bool = true
) -> Int {
  let flags = waits ? 0 : Int32(MSG_DONTWAIT)
  #if canImport(Glibc)
    return Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags | Int32(MSG_NOSIGNAL))
  #else
    return Darwin.send(descriptor, bytes.baseAddress, bytes.count, flags)
  #endif
}
