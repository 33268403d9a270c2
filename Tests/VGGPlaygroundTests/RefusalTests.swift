import Foundation
import Testing

@testable import VGGPlayground

/// Requests that the server refuses.
@Suite struct RefusalTests {
  private static let compile = (method: "POST", target: "/api/compile")

  @Test(arguments: [
    // Another host name that resolves to this machine.
    ["Host": "example.com"], ["Host": "127.0.0.1"], ["Host": "127.0.0.1:4097"], ["Host": ""],
    ["Host": "127.0.0.1:4096.example.com"],
    // Another site's page.
    ["Origin": "https://example.com"], ["Origin": "null"], ["Origin": "http://127.0.0.1:4097"],
    ["Origin": "http://localhost:4096"],
    ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
    // Another user of this machine.
    ["X-VGGC-Key": ""], ["X-VGGC-Key": "0123456789abcdee"], ["X-VGGC-Key": "0123456789abcdef0"],
  ])
  func strangers(header: [String: String]) {
    let response = Page().send(
      "POST", "/api/compile", Page.headers, header, body: #"{"text":""}"#)
    #expect(response.status == 403)
    #expect(!response.body.isEmpty)
  }

  @Test func whoLacksAHeader() {
    for name in ["Host", "X-VGGC-Key"] {
      var headers = Page.headers
      headers[name] = nil
      #expect(Page().send("GET", "/api/file", headers).status == 403)
    }
  }

  /// A link from elsewhere may open the page, which contains no user data.
  @Test func thePageItselfNeedsNoKey() {
    let headers = ["Host": "localhost:4096", "Sec-Fetch-Site": "cross-site"]
    for path in ["/", "/playground.css", "/playground.js", "/words.js"] {
      #expect(Page().send("GET", path, headers).status == 200)
      #expect(Page().send("HEAD", path, headers).status == 200)
      #expect(Page().send("POST", path, headers).status == 405)
    }
    #expect(Page().send("GET", "/", ["Host": "example.com"]).status == 403)
  }

  @Test(arguments: [
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/playground.css/../x",
    "/etc/passwd", "/api", "/api/", "/api/file/", "/api/file?x", "/?", "", "*",
    "http://127.0.0.1:4096/", "/API/FILE", "/playground.js%00.css",
  ])
  func otherPaths(target: String) {
    #expect(Page().send("GET", target).status == 404)
  }

  @Test func otherMethods() {
    let page = Page()
    for method in ["GET", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"] {
      let response = page.send(method, "/api/compile")
      #expect(response.status == 405)
      #expect(response.headers.contains { $0 == ("Allow", "POST") })
    }
    // A built-in configuration cannot be written.
    #expect(page.send("PUT", "/api/file", Page.headers, ["If-Match": "none"]).status == 405)
  }

  @Test(arguments: [
    "", "{", "[]", "3", "{}", #"{"text": 3}"#, #"{"text": null}"#,
    #"{"text": "", "side": "large"}"#, #"{"text": "", "side": 1e99}"#,
    #"{"text": "", "model": 0.5}"#, String(repeating: "[", count: 100_000),
    #"{"text": ""# + String(repeating: "{", count: 100_000),
  ])
  func whatIsNoQuestion(body: String) {
    for target in ["/api/compile", "/api/sizes"] {
      let response = Page().send(
        "POST", target, Page.headers, ["Content-Type": "application/json"], body: body)
      #expect(response.status == 400)
    }
  }

  @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
  func whatAFormCanSend(type: String) {
    let response = Page().send(
      "POST", "/api/compile", Page.headers, ["Content-Type": type], body: #"{"text":""}"#)
    #expect(response.status == 415)
  }

  /// Every answer, including a refusal, restricts what the browser may do with it.
  @Test func everyAnswerIsGuarded() throws {
    let page = Page()
    let answers = [
      page.send("GET", "/"), page.send("GET", "/none"), page.send("GET", "/api/file"),
      page.send("GET", "/", [:]), try page.post("/api/compile", ["text": ""]),
    ]
    for answer in answers {
      let headers = Dictionary(answer.headers.map { ($0.name, $0.value) }) { $1 }
      let policy = try #require(headers["Content-Security-Policy"])
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
      #expect(headers["X-Content-Type-Options"] == "nosniff")
      #expect(headers["Cache-Control"] == "no-store")
      #expect(headers["Cross-Origin-Resource-Policy"] == "same-origin")
    }
  }
}
