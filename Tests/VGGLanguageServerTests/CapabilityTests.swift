import Testing

@testable import VGGLanguageServer

/// The capabilities that the server advertises, and their requests without proper parameters.
@Suite struct CapabilityTests {
  private static let methods = [
    "documentLink", "foldingRange", "selectionRange", "references", "documentHighlight", "rename",
    "prepareRename", "diagnostic", "codeLens", "semanticTokens/full", "semanticTokens/range",
    "rangeFormatting",
  ]

  @Test func capabilities() throws {
    var session = Session(capabilities: nil)
    let answer = try #require(
      session.send(#"{"id":0,"method":"initialize","params":{"capabilities":{}}}"#).first)
    for name in [
      "references", "documentHighlight", "rename", "workspaceSymbol", "foldingRange",
      "selectionRange", "documentRangeFormatting",
    ] {
      #expect(answer.contains(#""\#(name)Provider":true"#), "\(name)")
    }
    for name in ["documentLink", "codeLens"] {
      #expect(answer.contains(#""\#(name)Provider":{"resolveProvider":false}"#), "\(name)")
    }
    #expect(answer.contains(#""full":true,"legend":"#))
    #expect(answer.contains(#""workspaceFolders":{"changeNotifications":true,"supported":true}"#))
    #expect(!answer.contains("diagnosticProvider"))
  }

  @Test func renamesArePreparedForClientsThatAskForIt() throws {
    var session = Session(capabilities: nil)
    let answer = try #require(
      session.send(
        #"{"id":0,"method":"initialize","params":{"capabilities":{"textDocument":{"rename":{"prepareSupport":true}}}}}"#
      ).first)
    #expect(answer.contains(#""renameProvider":{"prepareProvider":true}"#))
  }

  @Test(arguments: methods.map { "textDocument/" + $0 } + ["workspace/symbol"])
  func malformedParameters(method: String) throws {
    var session = Session()
    try session.open("features: [8]\n")
    for params in [
      "", #","params":null"#, #","params":{}"#, #","params":{"textDocument":3,"query":{}}"#,
    ] {
      let answers = session.send(#"{"id":7,"method":"\#(method)"\#(params)}"#)
      #expect(answers.count == 1)
      #expect(try #require(answers.first).contains(#""code":-32602"#))
    }
  }

  /// A document that is not open has no answers, and none of them is an error.
  @Test(arguments: methods)
  func documentsThatAreNotOpen(method: String) throws {
    var session = Session()
    let answer = try session.brief(
      method,
      #","position":{"line":0,"character":0},"positions":[],"newName":"x","context":{"includeDeclaration":true},"range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}}"#
    )
    #expect(method == "diagnostic" ? answer.contains("items: []") : answer == "null")
  }

  @Test(arguments: [
    "didChangeWorkspaceFolders", "didChangeWorkspaceFolders\",\"params\":{\"event\":3},\"x\":\"",
  ])
  func malformedNotifications(method: String) {
    var session = Session()
    #expect(session.send(#"{"method":"workspace/\#(method)"}"#) == [])
  }
}
