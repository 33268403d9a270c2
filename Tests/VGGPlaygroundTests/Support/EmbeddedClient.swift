import NIOCore
import NIOEmbedded
import NIOHTTP1

@testable import VGGPlayground

/// A client of the server's handlers, with simulated time.
final class EmbeddedClient {
  let channel = EmbeddedChannel()
  private let peer = Peer()

  /// - Parameter workers: Runs the work; if not given, immediately.
  init(
    _ service: any RequestAnswering, limits: ServerLimits = ServerLimits(),
    connections: ConnectionRegister? = nil,
    workers: @escaping RequestHandler.Workers = { $0.makeCompletedFuture(withResultOf: $1) }
  ) throws {
    let connections = connections ?? ConnectionRegister(limits)
    try channel.pipeline.syncOperations.addHandler(peer)
    try connections.add(channel)
    try PlaygroundServer.configure(
      channel,
      RequestHandler(service, limits: limits, connections: connections, workers: workers))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 4096)).wait()
  }

  deinit { _ = try? channel.finish() }

  /// Whether the client receives written data.
  var takes: Bool {
    get { peer.takes }
    set { peer.takes = newValue }
  }

  /// Everything that the server has written, whether or not it was received.
  var written: String { String(buffer: peer.written) }

  var isConnected: Bool { channel.isActive }

  func send(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

  /// Whether the server reads more when the channel is ready.
  func isReadFrom() -> Bool {
    let before = peer.reads
    channel.read()
    return peer.reads > before
  }

  func leave() throws {
    try channel.close().wait()
    // The connection is forgotten only then.
    channel.embeddedEventLoop.run()
  }

  func wait(seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

  /// The end of the pipeline next to the network.
  private final class Peer: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    var written = ByteBuffer()
    var reads = 0
    private var withheld: [EventLoopPromise<Void>?] = []

    var takes = true {
      didSet {
        guard takes else { return }
        let promises = withheld
        withheld = []
        for promise in promises { promise?.succeed() }
      }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
      written.writeImmutableBuffer(Self.unwrapOutboundIn(data))
      if takes { promise?.succeed() } else { withheld.append(promise) }
    }

    func read(context: ChannelHandlerContext) {
      reads += 1
      context.read()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
      for promise in withheld { promise?.fail(ChannelError.ioOnClosedChannel) }
    }
  }
}
