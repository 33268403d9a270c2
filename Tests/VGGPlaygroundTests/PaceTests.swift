import NIOCore
import Synchronization
import Testing
import VGGDiagnostics

@testable import VGGPlayground

/// The time and work that the server grants a client.
@Suite struct PaceTests {
  private static let get = "GET /a HTTP/1.1\r\n\r\n"
  private static let put = "PUT /a HTTP/1.1\r\nContent-Length: 100\r\n\r\n"

  /// The server sends no second answer, and reads nothing, before the client has received the
  /// first.
  @Test func theNextRequestWaitsForTheLastAnswer() throws {
    let client = try EmbeddedClient(Echo())
    client.takes = false
    try client.send(Self.get + "GET /b HTTP/1.1\r\n\r\nGET /c HTTP/1.1\r\n\r\n")
    #expect(client.written.hasSuffix("GET /a "))
    #expect(!client.isReadFrom())
    client.takes = true
    #expect(client.written.hasSuffix("GET /c ") && client.written.contains("GET /b "))
    #expect(client.isReadFrom())
  }

  @Test func anAnswerThatIsNotTaken() throws {
    let client = try EmbeddedClient(Echo())
    client.takes = false
    try client.send(Self.get)
    for _ in 0..<19 {
      client.wait(seconds: 1)
      #expect(client.isConnected)
      try client.send(Self.get)
    }
    client.wait(seconds: 1)
    #expect(!client.isConnected)
  }

  /// One byte per second does not keep a connection open.
  @Test func aSlowHead() throws {
    let client = try EmbeddedClient(Echo())
    client.wait(seconds: 59)
    try client.send("G")
    for byte in "ET / HTTP" {
      client.wait(seconds: 1)
      #expect(client.isConnected)
      try client.send(String(byte))
    }
    client.wait(seconds: 1)
    #expect(!client.isConnected)
  }

  @Test func aSlowBody() throws {
    let client = try EmbeddedClient(Echo())
    try client.send("PU")
    client.wait(seconds: 5)
    try client.send(String(Self.put.dropFirst(2)) + "abc")
    client.wait(seconds: 4)
    try client.send("d")
    #expect(client.isConnected && client.written.isEmpty)
    client.wait(seconds: 1)
    #expect(client.written.hasPrefix("HTTP/1.1 408 "))
    #expect(!client.isConnected)
  }

  @Test func anIdleConnection() throws {
    let client = try EmbeddedClient(Echo())
    client.wait(seconds: 59)
    try client.send(Self.get)
    client.wait(seconds: 59)
    #expect(client.isConnected)
    client.wait(seconds: 1)
    #expect(!client.isConnected)
  }

  /// Working time counts for the server, not for the client.
  @Test func aLongAnswer() throws {
    let works = Works()
    let client = try EmbeddedClient(Echo(), workers: works.later)
    try client.send(Self.get)
    client.wait(seconds: 1000)
    #expect(client.isConnected)
    works.run()
    #expect(client.written.hasSuffix("GET /a "))
  }

  /// A request that waits for a thread while its client disconnects.
  @Test func aClientThatLeftBeforeItsTurn() throws {
    let works = Works()
    let asked = Mutex(0)
    let client = try EmbeddedClient(
      Counting(asked: { asked.withLock { $0 += 1 } }), workers: works.later)
    try client.send(Self.get)
    try client.leave()
    works.run()
    #expect(asked.withLock { $0 } == 0)
    #expect(client.written.isEmpty)
  }

  /// A request with an unwanted body is answered before the body arrives, and none of it is kept.
  @Test func aBodyThatIsNotWanted() throws {
    let client = try EmbeddedClient(
      Echo(refusal: .refusal(.otherPage, in: .english)), limits: ServerLimits(bytes: 50))
    try client.send(Self.put)
    #expect(client.written.hasPrefix("HTTP/1.1 403 "))
    try client.send(String(repeating: "a", count: 99))
    #expect(client.isConnected)
    try client.send("a")
    #expect(!client.isConnected)
  }

  @Test func aBodyForWhichThereIsNoRoom() throws {
    let client = try EmbeddedClient(Echo(), limits: ServerLimits(bytes: 50))
    try client.send(Self.put + String(repeating: "a", count: 50))
    #expect(client.written.isEmpty)
    try client.send("a")
    #expect(client.written.hasPrefix("HTTP/1.1 503 "))
  }

  @Test func anAnswerForWhichThereIsNoRoom() throws {
    let client = try EmbeddedClient(Echo(size: 51), limits: ServerLimits(bytes: 50))
    try client.send(Self.get)
    #expect(client.written.hasPrefix("HTTP/1.1 503 "))
    #expect(client.isConnected)
  }

  /// If several connections have waiting answers, the one that has waited longest is closed.
  @Test func whoMakesRoom() throws {
    let limits = ServerLimits(bytes: 250)
    let connections = ConnectionRegister(limits)
    let clients = try (0..<3).map { _ in
      try EmbeddedClient(Echo(size: 100), limits: limits, connections: connections)
    }
    for client in clients {
      client.takes = false
      try client.send(Self.get)
    }
    #expect(clients.map(\.isConnected) == [false, true, true])
    // Received data no longer counts.
    clients[1].takes = true
    let another = try EmbeddedClient(Echo(size: 100), limits: limits, connections: connections)
    try another.send(Self.get)
    #expect(clients.map(\.isConnected) == [false, true, true])
  }

  /// A connection with a request in progress is not closed to make room, and counts until it is
  /// closed.
  @Test func whoMustNotMakeRoom() throws {
    let works = Works()
    let limits = ServerLimits(connections: 2)
    let connections = ConnectionRegister(limits)
    func client() throws -> EmbeddedClient {
      try EmbeddedClient(Echo(), limits: limits, connections: connections, workers: works.later)
    }
    let (first, second) = (try client(), try client())
    try first.send(Self.get)
    let third = try client()
    #expect(first.isConnected && !second.isConnected)
    try third.send(Self.get)
    #expect(throws: ConnectionRegister.TooMany.self) { _ = try client() }
    try first.leave()
    _ = try client()
    #expect(third.isConnected)
  }

  /// Every size of the slider is a step; a client that leaves after the third does not cause a
  /// fourth.
  @Test(arguments: ["/api/sizes", "/api/compile"])
  func aClientThatLeavesBetweenSteps(target: String) {
    let checks = Mutex(0)
    let client = ClientPresence {
      checks.withLock {
        $0 += 1
        return $0 < 4
      }
    }
    let request = Request(
      method: "POST", target: target,
      headers: (Page.headers.merging(["Content-Type": "application/json"]) { $1 })
        .map { ($0.key, $0.value) },
      body: Array(#"{"text": "extends: A\n", "side": 100}"#.utf8), port: Page.port)
    #expect(throws: ClientLeft.self) { _ = try Page().playground.answer(to: request, for: client) }
    #expect(checks.withLock { $0 } == 4)
  }

  /// Without the key, no request body is kept.
  @Test func bodiesWithoutTheKey() {
    func answer(_ target: String, _ headers: [String: String]) -> Int? {
      Page().playground.answerWithoutBody(
        to: Request(
          method: "POST", target: target, headers: headers.map { ($0.key, $0.value) },
          port: Page.port))?.status
    }
    var keyless = Page.headers
    keyless["X-VGGC-Key"] = nil
    #expect(answer("/api/compile", Page.headers) == nil)
    #expect(answer("/api/compile", keyless) == 403)
    #expect(answer("/api/file", keyless) == 403)
    #expect(answer("/", Page.headers) == 405)
    #expect(answer("/none", Page.headers) == 404)
  }
}

/// Counts the requests.
private struct Counting: RequestAnswering {
  let language = Language.english
  let asked: @Sendable () -> Void

  func answerWithoutBody(to head: Request) -> Response? { nil }

  func answer(to request: Request, for client: ClientPresence) -> Response {
    asked()
    return Response(200, type: "text/plain", [])
  }
}

/// Work that runs when a test says so.
private final class Works: Sendable {
  private let waiting = Mutex<[@Sendable () -> Void]>([])

  var later: RequestHandler.Workers {
    { loop, work in
      let promise = loop.makePromise(of: Response.self)
      self.waiting.withLock { $0.append { promise.completeWith(Result { try work() }) } }
      return promise.futureResult
    }
  }

  func run() {
    let works = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    for work in works { work() }
  }
}
