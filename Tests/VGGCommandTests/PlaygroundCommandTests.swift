import Foundation
import Testing
import VGGTestSupport

@Suite struct PlaygroundCommandTests {
  /// Runs `vggc playground` until `body` returns, then interrupts it.
  private func whileServing(
    _ arguments: String, in folder: TemporaryFolder,
    _ body: (_ port: Int, _ key: String, _ process: Int32) throws -> Void
  ) throws -> Int32 {
    let program = try Checkout.products().appending(path: "vggc").path
    let tool = try RunningTool(
      ["/bin/sh", "-c", "exec \(program) playground \(arguments)"], in: folder.url)
    let line = try tool.firstLine()
    let parts = line.matches(of: /^http:\/\/127\.0\.0\.1:([0-9]+)\/#key=([0-9a-f]{32})$/)
    let address = try #require(parts.first, "\(line)")
    try body(
      try #require(Int(address.output.1)), String(address.output.2), tool.process)
    tool.send(SIGINT)
    guard case .exit(let status) = try tool.wait(seconds: 60) else {
      Issue.record("ended by a signal")
      return SIGINT
    }
    return status
  }

  private func get(_ target: String, _ port: Int, _ key: String) throws -> String {
    let connection = try Connection(port: port)
    connection.send(
      """
      GET \(target) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      X-VGGC-Key: \(key)\r
      Connection: close\r
      \r

      """)
    return connection.receive()
  }

  @Test func servesThePageAndTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("extends: A\nname: mine\n", to: "vgg.yaml")
    let status = try whileServing("--lang ko", in: folder) { port, key, _ in
      let page = try get("/", port, key)
      #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n") && page.contains("<html lang=\"ko\""))
      #expect(try get("/api/file", port, key).contains(#""text" : "extends: A\nname: mine\n""#))
      #expect(try get("/api/file", port, "wrong").hasPrefix("HTTP/1.1 403"))
      // A second server takes another port, unless it is told to take this one.
      let other = try whileServing("E", in: folder) { second, _, _ in #expect(second != port) }
      #expect(other == 0)
      let refused = try folder.command.run("playground", "--port", "\(port)")
      #expect(refused.status == 73)
      #expect(refused.errors.contains("cannot listen on port \(port): "))
      let korean = try folder.command.run("playground", "--port", "\(port)", "--lang", "ko")
      #expect(
        korean.errors.hasSuffix("vggc: 오류: \(port)번 포트를 쓸 수 없습니다: 다른 프로그램이 사용 중임\n"),
        "\(korean.errors)")
    }
    #expect(status == 0)
    #expect(try folder.contents() == ["vgg.yaml"])
  }

  #if os(Linux)
    /// Eight clients that send endless requests without a key and read nothing take no memory and
    /// do not delay others.
    @Test func greedyClients() throws {
      let folder = try TemporaryFolder()
      let status = try whileServing("D", in: folder) { port, key, process in
        let request = "GET /playground.js HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
        _ = try get("/playground.js", port, key)
        let before = try memory("VmRSS", of: process)
        let greedy = try (0..<8).map { _ in try Connection(port: port, sendBuffer: 1 << 16) }
        for connection in greedy {
          #expect(connection.flood(with: request, count: 4 << 20) < 1 << 20)
        }
        #expect(try get("/playground.js", port, key).hasPrefix("HTTP/1.1 200 OK\r\n"))
        let growth = try memory("VmHWM", of: process) - before
        #expect(growth < 32 << 20, "\(growth >> 10) KiB")
        withExtendedLifetime(greedy) {}
      }
      #expect(status == 0)
    }

    /// A field of a process's memory as reported by Linux, in bytes.
    private func memory(_ field: String, of process: Int32) throws -> Int {
      let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(field + ":") })
      return try #require(Int(line.filter(\.isNumber))) << 10
    }
  #endif

  @Test(arguments: [
    ("none.yaml", 66), ("--port 0", 64), ("--port 65536", 64), ("--lang fr", 64),
    ("large.yaml", 66),
  ])
  func whatCannotBeServed(arguments: String, status: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(repeating: UInt8(ascii: "#"), count: 1 << 20 + 1), to: "large.yaml")
    let result = try folder.command.shell("vggc playground \(arguments)")
    #expect(result.status == Int32(status))
    #expect(!result.errors.isEmpty)
  }
}
