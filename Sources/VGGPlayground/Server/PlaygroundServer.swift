import NIOCore
import NIOHTTP1
import NIOPosix
import VGGFiles

/// The playground's connections: HTTP/1.1, from this machine only.
package struct PlaygroundServer: Sendable {
  private let channel: any Channel

  /// The reason why the server cannot listen.
  package struct Unavailable: Error {
    /// Whether another program is already listening on the port.
    package let isTaken: Bool
    package let reason: String
  }

  /// Starts to listen and answer requests.
  ///
  /// - Parameter port: The port to listen on; 0 for any free port.
  package init(
    port: Int, answering service: any RequestAnswering, limits: ServerLimits = ServerLimits()
  ) throws(Unavailable) {
    let connections = ConnectionRegister(limits)
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // Connections inherit this option from the listening socket.
      .serverChannelOption(.socketOption(.so_rcvbuf), value: ServerLimits.socketBuffer)
      .childChannelOption(.socketOption(.so_sndbuf), value: ServerLimits.socketBuffer)
      .childChannelOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: ServerLimits.readSize)
      )
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try connections.add(channel)
          try Self.configure(
            channel, RequestHandler(service, limits: limits, connections: connections))
        }
      }
    do {
      channel = try bootstrap.bind(host: Self.host, port: port).wait()
    } catch let error as IOError {
      throw Unavailable(
        isTaken: Platform.isAddressInUse(error.errnoCode),
        reason: Platform.text(ofError: error.errnoCode))
    } catch {
      throw Unavailable(isTaken: false, reason: "\(error)")
    }
  }

  /// The loopback address, so that only this machine can connect.
  package static let host = "127.0.0.1"

  /// The port that the server listens on.
  package var port: Int { channel.localAddress?.port ?? 0 }

  /// Returns once ``stop()`` has been called.
  package func waitForStop() {
    // It fails only if the channel is closed, which ends the wait.
    try? channel.closeFuture.wait()
  }

  package func stop() {
    channel.close(promise: nil)
  }

  /// Adds HTTP and `handler` to a connection.
  static func configure(_ channel: any Channel, _ handler: RequestHandler) throws {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = 16 << 10
    limits.maxHeaderListSize = 64 << 10
    limits.maxHeaderFieldCount = 100
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(ArrivalNotice())
    // The handler also answers requests that are not valid HTTP.
    try pipeline.configureHTTPServerPipeline(
      withErrorHandling: false, withEncoderConfiguration: .init(),
      withDecoderLimitConfiguration: limits)
    try pipeline.addHandler(handler)
  }
}
