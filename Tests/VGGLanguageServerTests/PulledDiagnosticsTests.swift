import Testing

@testable import VGGLanguageServer

/// Clients that request diagnostics are not sent any.
@Suite struct PulledDiagnosticsTests {
  private static let pulling = #"{"textDocument":{"diagnostic":{}}}"#
  private static let refreshed =
    #"{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true},"codeLens":{"refreshSupport":true},"inlayHint":{"refreshSupport":false}}}"#

  private func resultID(_ report: String) throws -> String {
    let match = try #require(report.firstMatch(of: /resultId: ([0-9a-f]{64})/))
    return String(match.1)
  }

  @Test func reports() throws {
    var session = Session(capabilities: Self.pulling)
    #expect(try session.open("features: [X]\n") == [])
    let full = try session.brief("diagnostic")
    #expect(full.contains("code: unknown-element"))
    #expect(full.contains("kind: full"))
    let id = try resultID(full)
    let same = try session.brief("diagnostic", #","previousResultId":"\#(id)""#)
    #expect(same == "{kind: unchanged, resultId: \(id)}")
    let other = try session.brief("diagnostic", #","previousResultId":"0""#)
    #expect(other == full)
    let answers = session.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///w/a.yaml","version":2},"contentChanges":[{"text":"features: [8, Y]"}]}}"#
    )
    #expect(answers == [])
    let changed = try session.brief("diagnostic", #","previousResultId":"\#(id)""#)
    #expect(changed.contains("kind: full"))
    #expect(try resultID(changed) != id)
  }

  @Test func closedDocumentsHaveNone() throws {
    var session = Session(capabilities: Self.pulling)
    let report = try session.brief("diagnostic")
    #expect(report.hasPrefix("{items: [], kind: full"))
  }

  /// The client is asked to request diagnostics again when another file than the changed one depends on it.
  @Test func dependentDocumentsAreRefreshed() throws {
    var session = Session(capabilities: Self.refreshed)
    try session.open("extends: base.yaml\nclassifier: none\n")
    let before = try session.brief("diagnostic")
    #expect(before.contains("code: unknown-base"))
    let asked = try session.open("features: [8]\n", uri: "file:///w/base.yaml")
    #expect(asked.count == 2)
    #expect(asked.contains { $0.contains(#""method":"workspace/diagnostic/refresh""#) })
    #expect(asked.contains { $0.contains(#""method":"workspace/codeLens/refresh""#) })
    #expect(asked.allSatisfy { !$0.contains("params") })
    #expect(try !session.brief("diagnostic").contains("code: unknown-base"))
    // An answer to the request, and a change of a document on which no other depends.
    #expect(session.send(#"{"id":"vggc-workspace/codeLens/refresh","result":null}"#) == [])
    #expect(try session.open("features: [8]\n", uri: "file:///w/other.yaml") == [])
  }

  @Test(arguments: [(pulling, true), ("{}", false)])
  func areAdvertisedToClientsThatRequestThem(capabilities: String, isPulling: Bool) throws {
    var session = Session(capabilities: nil)
    let answer = try #require(
      session.send(
        #"{"id":0,"method":"initialize","params":{"capabilities":\#(capabilities)}}"#
      ).first)
    #expect(answer.contains(#""diagnosticProvider":{"identifier":"vggc""#) == isPulling)
    _ = session.send(#"{"method":"initialized","params":{}}"#)
    #expect(try session.open("features: [X]\n").isEmpty == isPulling)
  }
}
