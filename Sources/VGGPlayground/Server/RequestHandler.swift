import NIOCore
import NIOHTTP1
import NIOPosix

/// Puts the parts of a request together, has it answered on a thread that may take its time, and writes
/// the answer.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// The largest body, in bytes: JSON writes a line break as two.
  private static let largestBody = 2 * OpenedFile.largestSize + (1 << 10)
  /// How much more of a refused body is read, so that a browser that still sends gets to see the answer.
  private static let mostDiscarded = 8 << 20

  private let respond: @Sendable (Request) -> Response
  private var state = State.idle

  private enum State {
    case idle
    case receiving(HTTPRequestHead, ByteBuffer)
    case answering
    /// The request has been refused, and so many bytes of it have been thrown away.
    case discarding(Int)

    /// Whether nothing has been answered to what came last.
    var isListening: Bool {
      switch self {
      case .idle, .receiving: true
      case .answering, .discarding: false
      }
    }
  }

  init(_ respond: @escaping @Sendable (Request) -> Response) {
    self.respond = respond
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch (Self.unwrapInboundIn(data), state) {
    case (.head(let head), _):
      state = .receiving(head, context.channel.allocator.buffer(capacity: 0))
      let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
      if length > Self.largestBody { refuse(head, context) }
    case (.body(var piece), .receiving(let head, var body)):
      // Else the buffer would be copied for every piece.
      state = .idle
      body.writeBuffer(&piece)
      state = .receiving(head, body)
      if body.readableBytes > Self.largestBody { refuse(head, context) }
    case (.body(let piece), .discarding(let count)):
      state = .discarding(count + piece.readableBytes)
      if count > Self.mostDiscarded { context.close(promise: nil) }
    case (.end, .receiving(let head, let body)):
      state = .answering
      answer(head, with: body, context)
    case (.body, _), (.end, _): context.close(promise: nil)
    }
  }

  /// What is no HTTP is told so, unless that would get into an answer that is on its way.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError, state.isListening else {
      return context.close(promise: nil)
    }
    let refusal: Response =
      error == .headerOverflow
      ? .refusal(431, "the request's head is too long") : .refusal(400, "this is no HTTP request")
    state = .answering
    write(refusal.guarded, toHead: false, then: .closes, context)
  }

  /// Nobody keeps a connection that is not used.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  private func refuse(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    state = .discarding(0)
    let bound = OpenedFile.largestSize >> 20
    write(
      Response.refusal(413, "a text may have up to \(bound) MiB").guarded,
      toHead: head.method == .HEAD, then: .closesLater, context)
  }

  private func answer(
    _ head: HTTPRequestHead, with body: ByteBuffer, _ context: ChannelHandlerContext
  ) {
    let request = Request(
      method: head.method.rawValue, target: head.uri,
      headers: head.headers.map { ($0.name, $0.value) }, body: Array(body.readableBytesView),
      port: context.localAddress?.port ?? 0)
    let respond = respond
    let handler = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    NIOThreadPool.singleton.runIfActive(eventLoop: context.eventLoop) { respond(request) }
      .whenComplete { result in
        let (this, context) = handler.value
        guard case .success(let response) = result else {
          return context.close(promise: nil)
        }
        this.state = .idle
        this.write(
          response, toHead: head.method == .HEAD, then: head.isKeepAlive ? .stays : .closes,
          context)
      }
  }

  /// What becomes of the connection after an answer.
  private enum Ending {
    case stays
    case closes
    /// It closes when what the browser still sends has come.
    case closesLater
  }

  /// - Parameter toHead: Whether only the head of the answer was asked for.
  private func write(
    _ response: Response, toHead: Bool, then ending: Ending, _ context: ChannelHandlerContext
  ) {
    var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
    headers.add(name: "Content-Length", value: "\(response.body.count)")
    if ending != .stays { headers.add(name: "Connection", value: "close") }
    let status = HTTPResponseStatus(statusCode: response.status)
    context.write(
      Self.wrapOutboundOut(
        .head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
    if !toHead {
      context.write(
        Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
    }
    let end = Self.wrapOutboundOut(.end(nil))
    guard ending == .closes else { return context.writeAndFlush(end, promise: nil) }
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(end).whenComplete { _ in bound.value.close(promise: nil) }
  }
}
