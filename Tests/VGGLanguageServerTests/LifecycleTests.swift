import Testing
import VGGTestSupport

@testable import VGGLanguageServer

/// The protocol's rules for a server's life cycle, invalid requests, and their order.
@Suite struct LifecycleTests {
  private static let hover = #"{"id":7,"method":"textDocument/hover","params":{}}"#

  @Test(arguments: [
    // Requests before the server is initialised, and after it was shut down.
    ([hover], -32002),
    ([initialize, initialize], -32600),
    ([initialize, shutdown, hover], -32600),
    ([initialize, #"{"id":7,"method":"textDocument/moniker","params":{}}"#], -32601),
    ([initialize, #"{"id":7,"method":"$/unheard","params":{}}"#], -32601),
    ([initialize, hover], -32602),
    ([#"{"id":7,"method":"initialize","params":{}}"#], -32602),
    ([initialize, #"{"id":7,"method":"textDocument/hover"}"#], -32602),
    ([#"{"id":"#], -32700),
    (["\u{FF}"], -32700),
    (["[]"], -32600),
    (["3"], -32600),
    ([#"{"id":{},"method":"shutdown"}"#], -32600),
    (["{}"], -32600),
    ([String(repeating: "[", count: 100_000)], -32700),
  ])
  func errors(messages: [String], code: Int) throws {
    var session = Session(capabilities: nil)
    var answers: [String] = []
    for message in messages { answers = session.send(message) }
    #expect(answers.count == 1)
    #expect(try #require(answers.first).contains(#""code":\#(code)"#))
    #expect(session.server.exitStatus == nil)
  }

  @Test(arguments: [
    [initialize, #"{"method":"$/setTrace","params":{"value":"off"}}"#],
    [initialize, #"{"method":"unheard/of"}"#],
    [initialize, #"{"id":"vggc-register","result":null}"#],
    [initialize, #"{"method":"textDocument/didOpen","params":{"textDocument":3}}"#],
    [
      initialize, #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"u:none"}}}"#,
    ],
    [#"{"method":"textDocument/didOpen","params":{}}"#],
    [initialize, #"{"method":"$/cancelRequest","params":{"id":99}}"#],
  ])
  func whatNeedsNoAnswerGetsNone(messages: [String]) {
    var session = Session(capabilities: nil)
    var answers: [String] = []
    for message in messages { answers = session.send(message) }
    #expect(answers == [])
  }

  @Test func exits() {
    for (messages, status) in [
      ([initialize, shutdown, exit], 0), ([initialize, exit], 1), ([exit], 1),
    ] {
      var session = Session(capabilities: nil)
      for message in messages { _ = session.send(message) }
      #expect(session.server.exitStatus == Int32(status))
    }
  }

  @Test(arguments: [
    ("{}", "utf-16"), (#"{"general":{"positionEncodings":["utf-8","utf-16"]}}"#, "utf-8"),
    (#"{"general":{"positionEncodings":["ebcdic","utf-32","utf-8"]}}"#, "utf-32"),
    (#"{"general":{"positionEncodings":[]}}"#, "utf-16"),
  ])
  func encodings(capabilities: String, chosen: String) throws {
    var session = Session(capabilities: nil)
    let answers = session.send(
      #"{"id":0,"method":"initialize","params":{"capabilities":\#(capabilities)}}"#)
    #expect(try #require(answers.first).contains(#""positionEncoding":"\#(chosen)""#))
  }

  /// A request that was cancelled while it waited is refused without being processed.
  @Test func cancelled() throws {
    var session = Session()
    try session.open("features: [64]\n")
    session.receive(.message(Array(Self.hover.utf8)))
    let answers = session.send(#"{"method":"$/cancelRequest","params":{"id":7}}"#)
    #expect(answers.count == 1)
    #expect(try #require(answers.first).contains("-32800"))
  }

  /// Edits that arrive faster than they are processed are processed together.
  @Test func edits() throws {
    var session = Session()
    try session.open("features: [64]\n")
    for version in 2...100 {
      session.receive(
        .message(
          Array(
            #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///w/a.yaml","version":\#(version)},"contentChanges":[{"text":"features: [X\#(version)]"}]}}"#
              .utf8)))
    }
    let answers = session.send(#"{"method":"$/unheard"}"#)
    #expect(answers.count == 1)
    #expect(try #require(answers.first).contains(#""version":100"#))
    #expect(answers[0].contains("X100"))
  }

  @Test func closingTakesDiagnosticsAway() throws {
    var session = Session()
    #expect(try session.open("features: [X]\n").count == 1)
    let closed = session.send(
      #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///w/a.yaml"}}}"#)
    #expect(closed.count == 1)
    #expect(closed[0].contains(#""diagnostics":[]"#))
    #expect(try session.ask("documentSymbol") == "null\n")
  }

  @Test func watchersAreAskedFor() {
    var session = Session(capabilities: nil)
    _ = session.send(
      #"{"id":0,"method":"initialize","params":{"capabilities":{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}}}"#
    )
    let asked = session.send(#"{"method":"initialized","params":{}}"#)
    #expect(asked.count == 1)
    #expect(asked[0].contains("client/registerCapability"))
  }

  @Test func aTextThatIsTooLargeIsNotLookedAt() throws {
    var session = Session()
    let answers = try session.open("# " + String(repeating: "x", count: 16 << 20) + "\n")
    #expect(answers.count == 1)
    #expect(answers[0].contains("larger than 16 MiB"))
    #expect(try session.ask("formatting") == "[\n\n]\n")
  }

  private static let initialize = #"{"id":7,"method":"initialize","params":{"capabilities":{}}}"#
  private static let shutdown = #"{"id":7,"method":"shutdown"}"#
  private static let exit = #"{"method":"exit"}"#
  private var initialize: String { Self.initialize }
  private var shutdown: String { Self.shutdown }
  private var exit: String { Self.exit }
}
