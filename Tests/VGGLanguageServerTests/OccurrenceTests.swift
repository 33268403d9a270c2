import Testing

@testable import VGGLanguageServer

/// References, highlights and renaming of anchors and models.
@Suite struct OccurrenceTests {
  private static let anchors = """
    features: &bl▮ock [8, M]
    models:
      a: *block
      b: {features: *block, name: &other x}
    """
  private static let twice = """
    name: &n one
    labels: *▮n
    until: &n two
    taps: [*n]
    """

  @Test(arguments: [
    (anchors, true, "0:11-0:16, 2:6-2:11, 3:17-3:22"),
    (anchors, false, "2:6-2:11, 3:17-3:22"),
    // An anchor that is defined again begins a new name.
    (twice, true, "0:7-0:8, 1:9-1:10"),
    ("models:\n  sma▮ll: [8]\n  large: [8]\n", true, "1:2-1:7"),
    ("name: ne▮t\nfeatures: [8]\n", true, "0:6-0:9"),
    ("name: net\nfeatures: [▮8]\n", true, nil),
  ])
  func references(marked: String, withDefinition: Bool, places: String?) throws {
    let marked = MarkedText(marked)
    var session = Session()
    try session.open(marked.text)
    let answer = try session.brief(
      "references", marked.position + #","context":{"includeDeclaration":\#(withDefinition)}"#)
    let expected = places?.split(separator: ", ").map { "{range: \($0), uri: a.yaml}" }
    #expect(answer == expected.map { "[\($0.joined(separator: ", "))]" } ?? "null")
  }

  /// A file's references are the configurations that extend it, in all open documents.
  @Test func filesAcrossDocuments() throws {
    var session = Session(files: ["/w/base.yaml": "features: [8]\n"])
    try session.open("extends: base.yaml\n")
    try session.open("models:\n  a: {extends: ./base.yaml}\n", uri: "file:///w/b.yaml")
    try session.open("name: base\nfeatures: [8]\n", uri: "file:///w/base.yaml")
    try session.open("extends: other.yaml\n", uri: "file:///w/c.yaml")
    let context = #","context":{"includeDeclaration":true}"#
    let expected = "{range: 0:9-0:18, uri: a.yaml}, {range: 1:15-1:26, uri: b.yaml}"
    let fromUse = try session.brief(
      "references", #","position":{"line":0,"character":12}"# + context)
    #expect(fromUse == "[\(expected)]")
    let fromName = try session.brief(
      "references", uri: "file:///w/base.yaml", #","position":{"line":0,"character":8}"# + context)
    #expect(fromName == "[{range: 0:6-0:10, uri: base.yaml}, \(expected)]")
  }

  @Test(arguments: [
    (
      anchors,
      "[{kind: 3, range: 0:11-0:16}, {kind: 2, range: 2:6-2:11}, {kind: 2, range: 3:17-3:22}]"
    ),
    ("models:\n  a▮: [8]\n", "[{kind: 3, range: 1:2-1:3}]"),
    (
      "models:\n  a: {extends: D▮}\n  b: {extends: d}\n  c: {extends: E}\n",
      "[{kind: 2, range: 1:15-1:16}, {kind: 2, range: 2:15-2:16}]"
    ),
    ("features: [▮8]\n", "null"),
  ])
  func highlights(marked: String, expected: String) throws {
    let marked = MarkedText(marked)
    var session = Session()
    try session.open(marked.text)
    #expect(try session.brief("documentHighlight", marked.position) == expected)
  }

  @Test(arguments: [
    (anchors, "{placeholder: block, range: 0:11-0:16}"),
    (twice, "{placeholder: n, range: 1:9-1:10}"),
    ("models:\n  \"a b▮\": [8]\n", "{placeholder: a b, range: 1:2-1:7}"),
    ("name: '사진▮'\nfeatures: [8]\n", "{placeholder: 사진, range: 0:6-0:10}"),
    ("extends: ba▮se.yaml\n", "null"), ("features: [▮8]\n", "null"), ("▮", "null"),
  ])
  func targets(marked: String, expected: String) throws {
    let marked = MarkedText(marked)
    var session = Session()
    try session.open(marked.text)
    #expect(try session.brief("prepareRename", marked.position) == expected)
  }

  /// The text after renaming.
  private func renamed(_ marked: String, to name: String) throws -> String {
    let marked = MarkedText(marked)
    var session = Session()
    try session.open(marked.text)
    let document = try #require(session.server.documents["file:///w/a.yaml"])
    let known = session.server.analysis(of: document.uri)
    let analysis = try #require(known)
    let place = try #require(marked.positions.first)
    var copy = document
    let edits = try renameEdits(at: place, to: name, in: analysis)
    copy.apply(
      edits.reversed().map { LSP.ContentChange(range: $0.range, text: $0.newText) }, version: 2)
    return copy.file.text
  }

  @Test(arguments: [
    (
      anchors, "b-2",
      "features: &b-2 [8, M]\nmodels:\n  a: *b-2\n  b: {features: *b-2, name: &other x}"
    ),
    (twice, "first", "name: &first one\nlabels: *first\nuntil: &n two\ntaps: [*n]"),
    ("models:\n  small▮: [8] # 주석\n", "tiny", "models:\n  tiny: [8] # 주석\n"),
    ("models:\n  small▮: [8]\n", "a: b", "models:\n  \"a: b\": [8]\n"),
    ("models:\n  small▮: [8]\n", "16", "models:\n  \"16\": [8]\n"),
    ("models:\n  small▮: [8]\n", "no", "models:\n  \"no\": [8]\n"),
    ("models:\n  small▮: [8]\n", "사진 🧠", "models:\n  \"사진 🧠\": [8]\n"),
    ("{models: {\"a▮\":[8]}}\n", "b", "{models: {\"b\":[8]}}\n"),
    ("{models: {a▮: [8]}}\n", "x}y", "{models: {\"x}y\": [8]}}\n"),
    ("name: &n 'a▮'\nlabels: [*n]\n", "b\\c", "name: &n \"b\\\\c\"\nlabels: [*n]\n"),
    ("models:\n  small▮: [8]\n", "small", "models:\n  small: [8]\n"),
  ])
  func renames(marked: String, name: String, expected: String) throws {
    #expect(try renamed(marked, to: name) == expected)
  }

  @Test(arguments: [
    (anchors, "", RenameRefusal.anchorName("")), (anchors, "a b", .anchorName("a b")),
    (anchors, "&x", .anchorName("&x")), (anchors, "고양이", .anchorName("고양이")),
    (anchors, "other", .anchorTaken("other")),
    ("models:\n  a▮: [8]\n  b: [8]\n", "b", .modelTaken("b")),
    ("models:\n  a▮: [8]\n", " ", .modelName(" ")), ("models:\n  a▮: [8]\n", "", .modelName("")),
    ("models:\n  a▮: [8]\n", "x\ny", .modelName("x\ny")),
    ("models:\n  a▮: [8]\n", "x\u{7}", .modelName("x\u{7}")),
    ("extends: ba▮se.yaml\n", "b.yaml", .file), ("features: [▮8]\n", "x", .nothing),
    ("a: &x▮ [8]\nb: *x\nc: [\n", "y", .notYAML),
    // An alias without an anchor would repeat the value.
    ("a: &x▮ [8]\nb: *y\n", "y", .changesMore),
  ])
  func refusals(marked: String, name: String, refusal: RenameRefusal) {
    #expect(throws: refusal) { _ = try renamed(marked, to: name) }
  }

  private static let request =
    #","position":{"line":0,"character":12},"newName":"# + "\"x\""

  /// The edits belong to a version of the document if the client says that it uses versions.
  @Test(arguments: [
    (
      "{}",
      "{changes: {file:///w/a.yaml: [{newText: x, range: 0:11-0:12}, {newText: x, range: 1:5-1:6}]}}"
    ),
    (
      #"{"workspace":{"workspaceEdit":{"documentChanges":true}}}"#,
      "{documentChanges: [{edits: [{newText: x, range: 0:11-0:12}, {newText: x, range: 1:5-1:6}], textDocument: {uri: a.yaml, version: 1}}]}"
    ),
  ])
  func versions(capabilities: String, expected: String) throws {
    var session = Session(capabilities: capabilities)
    try session.open("features: &f [8]\nx: [*f]\n")
    #expect(try session.brief("rename", Self.request) == expected)
  }

  @Test(arguments: [
    ("en", "the file already has an anchor &x; choose another name"),
    ("ko", "이 파일에 &x 앵커가 이미 있습니다. 다른 이름을 고르세요"),
  ])
  func refusalsAreErrors(locale: String, message: String) throws {
    var session = Session(locale: locale)
    try session.open("features: &f [8]\nlabels: [*f, &x a]\n")
    #expect(try session.brief("rename", Self.request) == "{code: -32803, message: \(message)}")
  }
}
