import Testing
import VGGDiagnostics

@testable import VGGLanguageServer

/// Folding ranges, selection ranges and document links.
@Suite struct RangeTests {
  // MARK: - Folding

  private static let folded = """
    # 하나
    # two
    #
    name: net # not alone
    # alone

    features: [
      8, M, # eight
      # inside
      # of it
      {conv: 16,
       kernel: 5},
    ]
    classifier:
      - linear:
          in: 8
          out: 4

      - relu

    models: {a: [8]}
    """

  @Test func folding() throws {
    var session = Session()
    try session.open(Self.folded)
    #expect(
      try session.brief("foldingRange") == """
        [{endLine: 2, kind: comment, startLine: 0}, {endLine: 11, startLine: 6}, \
        {endLine: 9, kind: comment, startLine: 8}, {endLine: 11, startLine: 10}, \
        {endLine: 18, startLine: 13}, {endLine: 16, startLine: 14}]
        """)
  }

  @Test func theLongestFoldsAreLeft() throws {
    var session = Session(
      capabilities: #"{"textDocument":{"foldingRange":{"rangeLimit":2,"lineFoldingOnly":true}}}"#)
    try session.open(Self.folded)
    #expect(
      try session.brief("foldingRange")
        == "[{endLine: 11, startLine: 6}, {endLine: 18, startLine: 13}]")
  }

  @Test(arguments: [
    ("", "[]"), ("# a\n# b\n", "[{endLine: 1, kind: comment, startLine: 0}]"),
    ("a: [\n", "null"), ("a: |\n  b\n  c\nd: 1\n", "[{endLine: 2, startLine: 0}]"),
    ("{\n  a: 1,\n  b: 2\n}\n", "[{endLine: 2, startLine: 0}]"),
    ("a: 1\r\nb:\r\n  c: 1\r\n", "[{endLine: 2, startLine: 1}]"),
  ])
  func foldingOf(text: String, expected: String) throws {
    var session = Session()
    try session.open(text)
    #expect(try session.brief("foldingRange") == expected)
  }

  // MARK: - Selection

  @Test(arguments: [
    (
      "features: [64, {conv: 12▮8, kernel: 3}, M]\nname: a\n",
      [
        "128", "conv: 128", "conv: 128, kernel: 3", "{conv: 128, kernel: 3}",
        "64, {conv: 128, kernel: 3}, M", "[64, {conv: 128, kernel: 3}, M]",
        "features: [64, {conv: 128, kernel: 3}, M]",
        "features: [64, {conv: 128, kernel: 3}, M]\nname: a",
        "features: [64, {conv: 128, kernel: 3}, M]\nname: a\n",
      ]
    ),
    (
      "name: &n \"two wo▮rds\" # c\nx: 1\n",
      [
        "words", "two words", "\"two words\"", "&n \"two words\"", "name: &n \"two words\"",
        "name: &n \"two words\" # c\nx: 1", "name: &n \"two words\" # c\nx: 1\n",
      ]
    ),
    (
      "a: 1 # one tw▮o\nb: 2\n",
      ["two", "# one two", "a: 1 # one two\nb: 2", "a: 1 # one two\nb: 2\n"]
    ),
    ("cl▮asses:\n  - 1\n", ["classes", "classes:\n  - 1", "classes:\n  - 1\n"]),
    ("a: [1\nbro▮ken: 2\n", ["broken", "broken: 2", "a: [1\nbroken: 2\n"]),
    ("x: *▮n\n", ["n", "*n", "x: *n", "x: *n\n"]), ("▮", [""]),
  ])
  func selection(marked: String, expected: [String]) throws {
    let marked = MarkedText(marked)
    var session = Session()
    try session.open(marked.text)
    let known = session.server.analysis(of: "file:///w/a.yaml")
    let analysis = try #require(known)
    let found = selectionRanges(at: marked.positions, in: analysis)
    let ranges = try #require(found.first).ranges
    #expect(ranges.map { analysis.file.text(analysis.positions.offsets(of: $0)) } == expected)
  }

  /// At every position, each range is within the next and is not the same.
  @Test func selectionsAreNested() throws {
    for text in [
      Self.folded, "{a: [1, 'b'], ? c\n: d}\n", "- - 1\n  - 2\n", "a:\n  b:\n\nc: >\n x\n",
    ] {
      var session = Session()
      try session.open(text)
      let known = session.server.analysis(of: "file:///w/a.yaml")
      let analysis = try #require(known)
      for offset in 0...text.utf8.count {
        let position = analysis.positions.position(of: offset)
        let found = selectionRanges(at: [position], in: analysis)
        let ranges = try #require(found.first).ranges
          .map { analysis.positions.offsets(of: $0) }
        for (inner, outer) in zip(ranges, ranges.dropFirst()) {
          #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
          #expect(inner != outer)
        }
        #expect(ranges.last == 0..<text.utf8.count)
      }
    }
  }

  @Test func selectionsThroughTheServer() throws {
    let marked = MarkedText("a▮: 1▮\n")
    var session = Session()
    try session.open(marked.text)
    #expect(
      try session.brief("selectionRange", marked.allPositions) == """
        [{parent: {parent: {range: 0:0-1:0}, range: 0:0-0:4}, range: 0:0-0:1}, \
        {parent: {parent: {range: 0:0-1:0}, range: 0:0-0:4}, range: 0:3-0:4}]
        """)
  }

  // MARK: - Links

  @Test func links() throws {
    var session = Session(files: [
      "/w/base.yaml": "features: [8]\n", "/w/lists/names.txt": "a\n",
      "/x y.yaml": "features: [8]\n",
    ])
    try session.open("", uri: "file:///w/open.yaml")
    try session.open(
      """
      extends: base.yaml
      labels: lists/names.txt
      name: base.yaml
      models:
        a: {extends: ../x y.yaml, labels: none.txt}
        b: {extends: D, labels: [x]}
        c: {extends: "open.yaml"}
      """)
    #expect(
      try session.brief("documentLink") == """
        [{range: 0:9-0:18, target: base.yaml}, {range: 1:8-1:23, target: lists/names.txt}, \
        {range: 4:15-4:26, target: file:///x%20y.yaml}, {range: 6:15-6:26, target: open.yaml}]
        """)
  }

  /// A document without a path has no folder.
  @Test func linksWithoutAFolder() throws {
    var session = Session()
    try session.open("extends: base.yaml\n", uri: "untitled:1")
    #expect(try session.brief("documentLink", uri: "untitled:1") == "[]")
  }
}
