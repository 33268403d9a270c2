import Dispatch
import Synchronization
import Testing
import VGGDiagnostics
import VGGTestSupport

@testable import VGGPlayground

/// The connections, tested with raw request bytes.
@Suite struct ServerTests {
  /// Runs `body` with a server that answers with the request itself.
  private func withServer(_ body: (PlaygroundServer) throws -> Void) throws {
    let server = try PlaygroundServer(port: 0, answering: Echo())
    defer { server.stop() }
    try body(server)
  }

  private func exchange(_ text: String, _ server: PlaygroundServer) throws -> String {
    let connection = try Connection(port: server.port)
    connection.send(text)
    return connection.receive()
  }

  @Test func requests() throws {
    try withServer { server in
      let answer = try exchange("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", server)
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.hasSuffix("\r\n\r\nGET /a "))
      let head = try exchange("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", server)
      #expect(head.contains("Content-Length: 8\r\n") && head.hasSuffix("\r\n\r\n"))
      let body = try exchange(
        "PUT /a HTTP/1.1\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc", server)
      #expect(body.hasSuffix("PUT /a abc"))
      let chunks = "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n"
      let chunked = try exchange(
        "PUT /a HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks,
        server)
      #expect(chunked.hasSuffix("PUT /a abc"))
    }
  }

  /// Several requests sent at once over one connection are answered in order.
  @Test func requestsOneAfterTheOther() throws {
    try withServer { server in
      let requests = (0..<20).map { "GET /\($0) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined()
      let answer = try exchange(
        requests + "GET /end HTTP/1.1\r\nConnection: close\r\n\r\n", server)
      let targets = answer.split(separator: "GET /").dropFirst().map { $0.prefix { $0 != " " } }
      #expect(targets == (0..<20).map { "\($0)" } + ["end"])
    }
  }

  @Test(arguments: [
    "garbage\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    "PUT / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
    "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 10_000) + "\r\n",
    "GET / HTTP/1.1\r\nA: " + String(repeating: "b", count: 1 << 20) + "\r\n\r\n",
    "GET /" + String(repeating: "a", count: 1 << 20) + " HTTP/1.1\r\n\r\n",
  ])
  func whatIsNoRequest(text: String) throws {
    try withServer { server in
      let answer = try exchange(text, server)
      #expect(answer.hasPrefix("HTTP/1.1 400 ") || answer.hasPrefix("HTTP/1.1 431 "), "\(answer)")
      #expect(answer.contains("Content-Security-Policy") && answer.contains("\"message\""))
      #expect(try exchange("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", server).hasSuffix("/a "))
    }
  }

  @Test func largeBodies() throws {
    try withServer { server in
      let body = String(repeating: "a", count: 3 << 20)
      let counted = try exchange(
        "PUT / HTTP/1.1\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body, server)
      #expect(counted.hasPrefix("HTTP/1.1 413"))
      let promised = try Connection(port: server.port)
      promised.send("PUT / HTTP/1.1\r\nContent-Length: 99999999999999\r\n\r\n")
      #expect(promised.receive { $0.contains("MiB") }.hasPrefix("HTTP/1.1 413"))
      let chunk = "100000\r\n" + String(repeating: "a", count: 1 << 20) + "\r\n"
      let endless = try Connection(port: server.port)
      endless.send("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
      // The server reads a few more, then none.
      #expect((0..<64).contains { _ in !endless.send(chunk) })
      #expect(try exchange("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", server).hasSuffix("/a "))
    }
  }

  /// Connections that send nothing or half a request do not prevent answers to others.
  @Test func unfinishedRequests() throws {
    try withServer { server in
      let silent = try (0..<50).map { _ in try Connection(port: server.port) }
      for (index, connection) in silent.enumerated() where index % 2 == 0 {
        connection.send("PUT / HTTP/1.1\r\nContent-Length: 100\r\n\r\nabc")
      }
      let answer = try exchange("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", server)
      #expect(answer.hasSuffix("/a "))
      withExtendedLifetime(silent) {}
    }
  }

  /// The server stops reading from a client that reads nothing, and closes its connection.
  @Test func aClientThatReadsNothing() throws {
    let server = try PlaygroundServer(
      port: 0, answering: Echo(size: 1 << 20),
      limits: ServerLimits(answer: .milliseconds(200)))
    defer { server.stop() }
    let greedy = try Connection(port: server.port)
    let requests = String(repeating: "GET /a HTTP/1.1\r\n\r\n", count: 4000)
    #expect((0..<100).contains { _ in !greedy.send(requests) })
  }

  /// Two hundred slow clients of every kind, and a fast one.
  @Test func slowClientsAndAQuickOne() throws {
    let server = try PlaygroundServer(port: 0, answering: Echo(size: 1 << 20))
    defer { server.stop() }
    let starts = [
      "", "GET / HT", "PUT / HTTP/1.1\r\nContent-Length: 100\r\n\r\nabc",
      "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    ]
    let slow = try (0..<200).map { _ in try Connection(port: server.port) }
    for (index, connection) in slow.enumerated() { connection.send(starts[index % starts.count]) }
    #expect(try exchange("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", server).hasSuffix("/a "))
    withExtendedLifetime(slow) {}
  }

  /// More connections than allowed: the oldest are closed to make room.
  @Test func moreConnectionsThanItHolds() throws {
    let server = try PlaygroundServer(
      port: 0, answering: Echo(), limits: ServerLimits(connections: 8))
    defer { server.stop() }
    let idle = try (0..<100).map { _ in try Connection(port: server.port) }
    #expect(try exchange("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", server).hasSuffix("/a "))
    withExtendedLifetime(idle) {}
  }

  /// A client that leaves while its request is processed: the work is notified, and the next request does not
  /// start.
  @Test func aClientThatLeaves() throws {
    let watch = Watch()
    let server = try PlaygroundServer(port: 0, answering: watch)
    defer { server.stop() }
    var connection: Connection? = try Connection(port: server.port)
    connection?.send("GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n")
    #expect(watch.hasBegun.wait(timeout: .now() + 20) == .success)
    connection = nil
    #expect(watch.hasNoticed.wait(timeout: .now() + 20) == .success)
    #expect(try exchange("GET /c HTTP/1.1\r\nConnection: close\r\n\r\n", server).hasSuffix("/c"))
    #expect(watch.targets.withLock { $0 } == ["/a", "/c"])
  }

  @Test func aPortThatIsTaken() throws {
    try withServer { server in
      #expect {
        _ = try PlaygroundServer(port: server.port, answering: Echo())
      } throws: {
        ($0 as? PlaygroundServer.Unavailable)?.isTaken == true
      }
    }
  }

  @Test func nothingAnswersAfterTheStop() throws {
    let server = try PlaygroundServer(port: 0, answering: Echo())
    let port = server.port
    server.stop()
    server.waitForStop()
    #expect(throws: Connection.Refused.self) { _ = try Connection(port: port) }
  }
}

/// Works on /a until the client has left, and answers everything else at once.
private final class Watch: RequestAnswering {
  let language = Language.english
  let hasBegun = DispatchSemaphore(value: 0)
  let hasNoticed = DispatchSemaphore(value: 0)
  let targets = Mutex<[String]>([])

  func answerWithoutBody(to head: Request) -> Response? { nil }

  func answer(to request: Request, for client: ClientPresence) throws(ClientLeft) -> Response {
    targets.withLock { $0.append(request.target) }
    if request.target == "/a" {
      hasBegun.signal()
      defer { hasNoticed.signal() }
      let end = ContinuousClock.now + .seconds(20)
      while ContinuousClock.now < end { try client.check() }
    }
    return Response(200, type: "text/plain", Array(request.target.utf8))
  }
}
