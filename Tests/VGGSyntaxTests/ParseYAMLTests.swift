import Testing
import VGGDiagnostics
import VGGFindings
import VGGSyntax
import VGGTestSupport

@Suite struct ParseYAMLTests {
  private func parse(_ text: String) -> (tree: String, diagnostics: [String]) {
    parse(Array(text.utf8))
  }

  private func parse(_ bytes: [UInt8]) -> (tree: String, diagnostics: [String]) {
    var sources = SourceMap()
    let source = sources.add(SourceFile(name: "t.yaml", bytes: bytes))
    let parsed = parseYAML(source, in: sources)
    let findings = parsed.diagnostics.map { diagnostic in
      let start = sources.start(of: diagnostic.range)
      return "\(start.line):\(start.column) [\(diagnostic.id.rawValue)] \(diagnostic.message)"
    }
    return (parsed.root.map { dumpTree($0, in: sources) } ?? "", findings)
  }

  // MARK: - Trees

  /// The byte order mark is not part of any line or location.
  @Test func aByteOrderMarkChangesNothing() {
    let text = "name: x\ninput: [3, 합, 2]\nfeatures: [64, M]\n"
    let (tree, diagnostics) = parse("\u{FEFF}" + text)
    #expect(diagnostics == [])
    #expect(tree == parse(text).tree)
    #expect(parse("\u{FEFF}a: [1\nb: 2\n").diagnostics == parse("a: [1\nb: 2\n").diagnostics)
  }

  /// libyaml's messages are never shown.
  @Test(arguments: [
    ("a: [64,, M]", "1:8 [yaml-syntax] a value is missing here, or there is an extra comma"),
    ("a: {b:[], c: 10}", "1:6 [yaml-syntax] missing space after the colon"),
    (
      "a: [64, M]]",
      "1:11 [yaml-syntax] this bracket has no opening bracket; check the brackets before it"
    ),
    (
      "a: [64, M], [64]",
      "1:11 [yaml-syntax] a comma outside brackets; put [ ] around the whole list"
    ),
    (
      "input = 3x8x8\nfeatures: [64]",
      "1:1 [yaml-syntax] this line isn't a `key: value`; write a colon and a space after the key"
    ),
    (
      "a: 1\n# b\nname custom\n\nfeatures: [64]",
      "3:1 [yaml-syntax] expected a key: a name, a colon and a space"
    ),
    ("{classes:10}", "1:2 [yaml-syntax] missing space after the colon: `classes: 10`"),
  ])
  func mistakesInWords(text: String, expected: String) {
    #expect(parse(text + "\n").diagnostics == [expected])
  }

  /// In YAML 1.2 these three do not end a line, in comments or in text, and stay unchanged.
  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func olderLineBreaksAreOrdinaryCharacters(character: String) {
    let others = "\u{e000}\u{a1}"
    let (tree, diagnostics) = parse("a: [8] # x\(character)]y\nb: 'p\(character)q\(others)'\n")
    #expect(diagnostics == [])
    #expect(tree.contains("quoted \"p\(character)q\(others)\" 2:4-2:"), "\(tree)")
  }

  @Test func everyNodeKnowsItsPlace() {
    let (tree, diagnostics) = parse(
      """
      name: custom  # comment
      features: [64, "M", {conv: 3}]
      classifier:
        - linear: 10
        - relu
      labels: |
        a
        b

      """)
    #expect(diagnostics.isEmpty)
    #expect(
      tree == """
        mapping 1:1-8:4
          name:
            plain "custom" 1:7-1:13
          features:
            sequence 2:11-2:31
              plain "64" 2:12-2:14
              quoted "M" 2:16-2:19
              mapping 2:21-2:30
                conv:
                  plain "3" 2:28-2:29
          classifier:
            sequence 4:3-5:9
              mapping 4:5-4:15
                linear:
                  plain "10" 4:13-4:15
              plain "relu" 5:5-5:9
          labels:
            quoted "a
        b
        " 6:9-8:4

        """)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineBreaksOfEverySystem(lineBreak: String) {
    let (tree, diagnostics) = parse("이름: é🇺🇳\(lineBreak)\(lineBreak)features: [64]\(lineBreak)")
    #expect(diagnostics.isEmpty)
    #expect(tree.contains("plain \"é🇺🇳\" 1:5-1:8"))
    #expect(tree.contains("plain \"64\" 3:12-3:14"))
  }

  @Test func byteOrderMarkMovesNothing() {
    #expect(parse("\u{FEFF}a: 64\n").tree == parse("a: 64\n").tree)
  }

  @Test func aliasStandsWhereItIsUsed() {
    let (tree, diagnostics) = parse("a: &x [64, M]\nb: *x\nc: &y 7\nd: *y\n")
    #expect(diagnostics.isEmpty)
    #expect(tree.contains("  b:\n    sequence 2:4-2:6\n      plain \"64\" 1:8-1:10\n"))
    #expect(tree.contains("  c:\n    plain \"7\" 3:7-3:8\n  d:\n    plain \"7\" 4:4-4:6\n"))
  }

  // MARK: - Refusals

  static let refusals: [(String, String)] = [
    ("a: 1\na: 2\n", "2:1 [duplicate-key] duplicate key `a`"),
    (
      "a: [64, M\nb: 2\n",
      "2:2 [yaml-syntax] expected ',' or ']': the list isn't closed, or a comma is missing"
    ),
    (
      "a:\n\t- 64\n",
      "2:1 [yaml-syntax] tabs can't be used for indentation; indent with spaces"
    ),
    ("a: @x\n", "1:4 [yaml-syntax] text can't start with this character; put the text in quotes"),
    ("a: 1\nb 2\nc: 3\n", "2:1 [yaml-syntax] expected a key: a name, a colon and a space"),
    ("a: 1\nb: 'x\nc: 3\n", "2:4 [yaml-syntax] this quote is never closed"),
    (
      "a: 1\n---\nb: 2\n",
      "2:1 [multiple-documents] the file has a second YAML document; put the models under "
        + "one `models:` key, or split the file"
    ),
    (
      "a: &x {b: 1}\nc:\n  <<: *x\n",
      "3:3 [merge-key] merge keys (`<<`) aren't part of YAML 1.2; to start from another "
        + "configuration, use `extends:`"
    ),
    ("a: !!int 64\n", "1:4 [yaml-tag] YAML tag `!!int` isn't allowed; remove it"),
    ("a: !shape 64\n", "1:4 [yaml-tag] YAML tag `!shape` isn't allowed; remove it"),
    ("a: &x !!seq [1]\n", "1:7 [yaml-tag] YAML tag `!!seq` isn't allowed; remove it"),
    ("a: !<tag:x,y> 1\n", "1:4 [yaml-tag] YAML tag `!<tag:x,y>` isn't allowed; remove it"),
    ("a: *x\n", "1:4 [unknown-anchor] alias `*x` has no anchor before it"),
    (
      "a: &x [1, *x]\n",
      "1:11 [unknown-anchor] alias `*x` is inside the value that it repeats"
    ),
    ("[a, b]: 1\n", "1:1 [wrong-type] a key must be a name, not a list"),
    (
      "a: \u{7}\n",
      "1:4 [invalid-encoding] control character U+0007 isn't allowed; remove it, or check "
        + "that this is a text file"
    ),
    (
      "a: \u{0}\n",
      "1:4 [invalid-encoding] control character U+0000 isn't allowed; remove it, or check "
        + "that this is a text file"
    ),
  ]

  @Test(arguments: refusals)
  func refusal(text: String, message: String) {
    #expect(parse(text).diagnostics == [message])
  }

  @Test func invalidUTF8IsFoundAtItsByte() {
    let bytes = Array("a: é\nb: ".utf8) + [0xC3, 0x28]
    #expect(
      parse(bytes).diagnostics == [
        "2:4 [invalid-encoding] byte 0xC3 isn't valid UTF-8; save the file as UTF-8"
      ])
    #expect(
      parse([0xFF, 0xFE, 0x61, 0x00]).diagnostics
        == ["1:1 [invalid-encoding] the file is UTF-16; save it as UTF-8"])
  }

  @Test func nestingIsBounded() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    }
    #expect(parse(nested(64)).diagnostics.isEmpty)
    #expect(
      parse(nested(65)).diagnostics
        == [
          "1:65 [nesting-too-deep] lists and mappings are nested more than 64 levels deep; check the brackets"
        ])
    #expect(parse(nested(100_000)).diagnostics.count == 1)
  }

  @Test func aliasesCannotExplode() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let repeated = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(repeated)]\n"
    }
    let diagnostics = parse(text).diagnostics
    #expect(diagnostics.count == 1)
    #expect(
      diagnostics[0].contains("[alias-expansion] aliases expand to more than 1,000,000 values"))
  }

  @Test func emptyTextHasNoTree() {
    #expect(parse("") == ("", []))
    #expect(parse("# only a comment\n") == ("", []))
  }

  /// Korean text from an older editor is reported as CP949; other bytes are not.
  @Test(arguments: [
    ([0xB0, 0xAD, 0xBE, 0xC6, 0xC1, 0xF6], InvalidEncoding.cp949),
    ([0xB0, 0xA1, 0x20, 0xB3, 0xAA, 0x8C, 0x63], .cp949),
    ([0xE9], .byte(0xE9)), ([0x63, 0x61, 0x66, 0xE9, 0x20], .byte(0xE9)),
    ([0x93, 0xFA, 0x96, 0x7B], .byte(0x93)),
  ])
  func otherEncodings(bytes: [UInt8], finding: InvalidEncoding) throws {
    var sources = SourceMap()
    let text = Array("name: ".utf8) + bytes + Array("\nfeatures: [64, M]\n".utf8)
    let source = sources.add(SourceFile(name: "a.yaml", bytes: text))
    let found = parseYAML(source, in: sources).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.finding as? InvalidEncoding == finding)
  }
}
