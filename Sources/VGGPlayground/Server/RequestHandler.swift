import NIOCore
import NIOHTTP1
import NIOPosix

/// Puts the parts of a request together, has it answered on a thread that may take its time, and writes
/// the answer.
///
/// The end of an answer is written once the client has taken the rest of it. `HTTPServerPipelineHandler`, which
/// is before this handler, reads and passes on nothing of the next request until then; so a client that reads
/// nothing gets no second answer. Each turn of the client has a deadline.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// Runs work elsewhere, and completes the future on the event loop with what it returns.
  typealias Workers =
    @Sendable (any EventLoop, @escaping @Sendable () throws -> Response) -> EventLoopFuture<
      Response
    >

  static let threads: Workers = {
    NIOThreadPool.singleton.runIfActive(eventLoop: $0, $1)
  }

  /// The largest body, in bytes: JSON writes a line break as two.
  private static let largestBody = 2 * OpenedFile.largestSize + (1 << 10)
  /// How much more of a refused body is read, so that a browser that still sends gets to see the answer.
  private static let mostDiscarded = 8 << 20

  private let service: any RequestAnswering
  private let limits: ServerLimits
  private let connections: ConnectionRegister
  private let workers: Workers
  private var state = State.idle
  /// The part of the body that has come. Not in ``state``, where a second holder would have it copied for
  /// every piece: a client that sends a byte at a time would keep the event loop busy for minutes.
  private var body = ByteBuffer()
  /// What ends the client's turn, if it is the client's.
  private var deadline: Scheduled<Void>?

  private enum State {
    /// Nothing of the next request has come.
    case idle
    /// A part of its head has come.
    case receivingHead
    case receivingBody(HTTPRequestHead)
    case answering
    /// An answer is on its way, whatever the client sends.
    case sending
    /// The request has been refused, and so many bytes of it have been thrown away.
    case discarding(Int)

    /// Whether nothing has been answered to what came last.
    var isListening: Bool {
      switch self {
      case .idle, .receivingHead, .receivingBody: true
      case .answering, .sending, .discarding: false
      }
    }
  }

  init(
    _ service: any RequestAnswering, limits: ServerLimits, connections: ConnectionRegister,
    workers: @escaping Workers = RequestHandler.threads
  ) {
    self.service = service
    self.limits = limits
    self.connections = connections
    self.workers = workers
  }

  // MARK: - Events

  func channelActive(context: ChannelHandlerContext) {
    wait(limits.idle, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ArrivalNotice.BytesArrived, case .idle = state { beginRequest(context) }
    context.fireUserInboundEventTriggered(event)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch (Self.unwrapInboundIn(data), state) {
    case (.head(let head), .idle):
      // It came with the request before it.
      beginRequest(context)
      receive(head, context)
    case (.head(let head), .receivingHead): receive(head, context)
    case (.body(var piece), .receivingBody(let head)):
      body.writeBuffer(&piece)
      if body.readableBytes > Self.largestBody {
        refuse(head, with: Self.tooLarge, context)
      } else if !connections.hold(body.readableBytes, for: context.channel) {
        refuse(head, with: Self.busy, context)
      }
    case (.body(let piece), .discarding(let count)):
      state = .discarding(count + piece.readableBytes)
      if count > Self.mostDiscarded { context.close(promise: nil) }
    case (.end, .receivingBody(let head)): answer(head, context)
    case (.end, .discarding): context.close(promise: nil)
    // The connection is about to be closed.
    case (_, .sending): break
    case (.head, _), (.body, _), (.end, _): context.close(promise: nil)
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
    state = .sending
    write(refusal.guarded, toHead: false, then: .closes, context)
  }

  // MARK: - Turns

  /// Gives the client its turn for `time`, while `bytes` are held for it.
  private func wait(
    _ time: TimeAmount, holding bytes: Int = 0, _ context: ChannelHandlerContext
  ) {
    // There is room for an answer, or it is a refusal in a few words.
    _ = connections.begin(.client, on: context.channel, holding: bytes)
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
      expire(context)
    }
  }

  /// Nobody keeps a connection that is not used, or takes for ever over a request or an answer.
  private func expire(_ context: ChannelHandlerContext) {
    switch state {
    case .receivingBody(let head):
      state = .sending
      write(Self.tooSlow.guarded, toHead: head.method == .HEAD, then: .closes, context)
    case .idle, .receivingHead, .answering, .sending, .discarding: context.close(promise: nil)
    }
  }

  // MARK: - Requests

  private func beginRequest(_ context: ChannelHandlerContext) {
    state = .receivingHead
    wait(limits.request, context)
  }

  private func receive(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    state = .receivingBody(head)
    let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
    guard length > 0 || head.headers.contains(name: "Transfer-Encoding") else { return }
    if let answer = service.answerWithoutBody(to: request(head, with: [], context)) {
      refuse(head, with: answer, context)
    } else if length > Self.largestBody {
      refuse(head, with: Self.tooLarge, context)
    }
  }

  private func request(
    _ head: HTTPRequestHead, with body: [UInt8], _ context: ChannelHandlerContext
  ) -> Request {
    Request(
      method: head.method.rawValue, target: head.uri,
      headers: head.headers.map { ($0.name, $0.value) }, body: body,
      port: context.localAddress?.port ?? 0)
  }

  /// Answers before the request is whole, and takes the rest of it without keeping it.
  private func refuse(
    _ head: HTTPRequestHead, with answer: Response, _ context: ChannelHandlerContext
  ) {
    _ = takeBody()
    state = .discarding(0)
    write(answer.guarded, toHead: head.method == .HEAD, then: .closesLater, context)
  }

  /// What has come of the body, which is no longer kept.
  private func takeBody() -> ByteBuffer {
    defer { body = ByteBuffer() }
    return body
  }

  private static let tooLarge = Response.refusal(
    413, "a text may have up to \(OpenedFile.largestSize >> 20) MiB")
  private static let tooSlow = Response.refusal(408, "the request did not come in time")
  private static let busy = Response.refusal(
    503, "the server holds as much for its clients as it may; try again")

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let body = takeBody()
    state = .answering
    deadline?.cancel()
    guard connections.begin(.server, on: context.channel, holding: body.readableBytes) else {
      state = .sending
      return write(Self.busy.guarded, toHead: false, then: .closes, context)
    }
    let request = request(head, with: Array(body.readableBytesView), context)
    let (service, channel) = (service, context.channel)
    let client = ClientPresence { channel.isActive }
    workers(context.eventLoop) {
      // The client may have left while its request waited for a thread.
      try client.check()
      return try service.answer(to: request, for: client)
    }
    .assumeIsolated().whenComplete { [self] result in
      guard case .success(let response) = result else { return context.close(promise: nil) }
      state = .sending
      let hasRoom = connections.hold(response.body.count, for: context.channel)
      write(
        hasRoom ? response : Self.busy.guarded, toHead: head.method == .HEAD,
        then: head.isKeepAlive ? .stays : .closes, context)
    }
  }

  // MARK: - Answers

  /// What becomes of the connection after an answer.
  private enum Ending {
    case stays
    case closes
    /// It closes when what the browser still sends has come.
    case closesLater
  }

  /// - Parameter toHead: Whether only the head of the answer was asked for.
  private func write(
    _ answer: Response, toHead: Bool, then ending: Ending, _ context: ChannelHandlerContext
  ) {
    wait(limits.answer, holding: toHead ? 0 : answer.body.count, context)
    var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
    headers.add(name: "Content-Length", value: "\(answer.body.count)")
    if ending != .stays { headers.add(name: "Connection", value: "close") }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
    let taken = context.eventLoop.makePromise(of: Void.self)
    let hasBody = !toHead && !answer.body.isEmpty
    context.write(Self.wrapOutboundOut(.head(head)), promise: hasBody ? nil : taken)
    if hasBody {
      let body = ByteBuffer(bytes: answer.body)
      context.write(Self.wrapOutboundOut(.body(.byteBuffer(body))), promise: taken)
    }
    taken.futureResult.assumeIsolated().whenSuccess { [self] in finish(ending, context) }
    context.flush()
  }

  /// The client has taken the answer.
  private func finish(_ ending: Ending, _ context: ChannelHandlerContext) {
    switch ending {
    case .closes: return context.close(promise: nil)
    case .closesLater: break
    case .stays:
      state = .idle
      wait(limits.idle, context)
    }
    context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: nil)
  }
}
