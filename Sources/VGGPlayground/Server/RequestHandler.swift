import NIOCore
import NIOHTTP1
import NIOPosix
import VGGPages

/// Assembles the parts of a request, has it answered on a worker thread, and writes the answer.
///
/// The end of an answer is written once the client has received the rest of it. Until then,
/// `HTTPServerPipelineHandler`, which precedes this handler, does not read or forward any of the next request; so a
/// client that does not read gets no second answer. Each turn of the client has a deadline.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// Runs work elsewhere, and completes the future on the event loop with the result.
  typealias Workers =
    @Sendable (any EventLoop, @escaping @Sendable () throws -> Response) -> EventLoopFuture<
      Response
    >

  static let threads: Workers = {
    NIOThreadPool.singleton.runIfActive(eventLoop: $0, $1)
  }

  /// The maximum size of a body, in bytes: JSON escapes a line break as two.
  private static let largestBody = 2 * OpenedFile.largestSize + (1 << 10)
  /// The maximum number of bytes of a refused body to read, so that a browser that is still sending sees the answer.
  private static let mostDiscarded = 8 << 20

  private let service: any RequestAnswering
  private let limits: ServerLimits
  private let connections: ConnectionRegister
  private let workers: Workers
  private var state = State.idle
  /// The received part of the body. Not in ``state``, where a second reference would cause a copy for every
  /// piece: a client that sends a byte at a time would keep the event loop busy for minutes.
  private var body = ByteBuffer()
  /// The task that ends the client's turn, if it is the client's turn.
  private var deadline: Scheduled<Void>?

  private enum State {
    /// No part of the next request has arrived.
    case idle
    /// A part of the request's head has arrived.
    case receivingHead
    case receivingBody(HTTPRequestHead)
    case answering
    /// An answer is being sent, whatever the client sends.
    case sending
    /// The request has been refused, and this number of its bytes has been discarded.
    case discarding(Int)

    /// Whether the most recent input has not been answered.
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
      // It arrived together with the previous request.
      beginRequest(context)
      receive(head, context)
    case (.head(let head), .receivingHead): receive(head, context)
    case (.body(var piece), .receivingBody(let head)):
      body.writeBuffer(&piece)
      if body.readableBytes > Self.largestBody {
        refuse(head, with: tooLarge, context)
      } else if !connections.hold(body.readableBytes, for: context.channel) {
        refuse(head, with: refusal(.busy), context)
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

  /// Answers input that is not valid HTTP with an error, unless another answer is being sent.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError, state.isListening else {
      return context.close(promise: nil)
    }
    state = .sending
    write(
      refusal(error == .headerOverflow ? .longHeader : .notHTTP).guarded, toHead: false,
      then: .closes, context)
  }

  // MARK: - Turns

  /// Begins the client's turn, with a deadline after `time` and `bytes` held for it.
  private func wait(
    _ time: TimeAmount, holding bytes: Int = 0, _ context: ChannelHandlerContext
  ) {
    // Ignore the result: there is room for the answer, or it is a short refusal.
    _ = connections.begin(.client, on: context.channel, holding: bytes)
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
      expire(context)
    }
  }

  /// Closes a connection that is unused for too long, or whose client is too slow with a request or an answer.
  private func expire(_ context: ChannelHandlerContext) {
    switch state {
    case .receivingBody(let head):
      state = .sending
      write(refusal(.timeout).guarded, toHead: head.method == .HEAD, then: .closes, context)
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
      refuse(head, with: tooLarge, context)
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

  /// Answers before the request is complete, and discards the rest of it.
  private func refuse(
    _ head: HTTPRequestHead, with answer: Response, _ context: ChannelHandlerContext
  ) {
    _ = takeBody()
    state = .discarding(0)
    write(answer.guarded, toHead: head.method == .HEAD, then: .closesLater, context)
  }

  /// Removes and returns the received part of the body.
  private func takeBody() -> ByteBuffer {
    defer { body = ByteBuffer() }
    return body
  }

  private func refusal(_ refusal: PageRefusal) -> Response {
    .refusal(refusal, in: service.language)
  }

  private var tooLarge: Response {
    refusal(.textTooLarge(mebibytes: OpenedFile.largestSize >> 20))
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let body = takeBody()
    state = .answering
    deadline?.cancel()
    guard connections.begin(.server, on: context.channel, holding: body.readableBytes) else {
      state = .sending
      return write(refusal(.busy).guarded, toHead: false, then: .closes, context)
    }
    let request = request(head, with: Array(body.readableBytesView), context)
    let (service, channel) = (service, context.channel)
    let client = ClientPresence { channel.isActive }
    workers(context.eventLoop) {
      // The client may have left while its request was waiting for a thread.
      try client.check()
      return try service.answer(to: request, for: client)
    }
    .assumeIsolated().whenComplete { [self] result in
      guard case .success(let response) = result else { return context.close(promise: nil) }
      state = .sending
      let hasRoom = connections.hold(response.body.count, for: context.channel)
      write(
        hasRoom ? response : refusal(.busy).guarded, toHead: head.method == .HEAD,
        then: head.isKeepAlive ? .stays : .closes, context)
    }
  }

  // MARK: - Answers

  /// The state of the connection after an answer.
  private enum Ending {
    case stays
    case closes
    /// The connection closes after the rest of the browser's request has arrived.
    case closesLater
  }

  /// - Parameter toHead: Whether only the head of the answer was requested.
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

  /// Ends an answer that the client has received.
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
