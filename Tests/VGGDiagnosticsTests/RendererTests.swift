import Testing
import VGGDiagnostics

@Suite struct RendererTests {
  private let design = """
    name: custom
    input: [3, 32, 32]
    features: [64, M, M]
    classifier:
      # 첫 층
      - linear: {in: 25088, out: 4096}

    """

  private func report(_ text: String, name: String = "Configs/custom.yaml") -> DiagnosticReport {
    var sources = SourceMap()
    let source = sources.add(SourceFile(name: name, text: text))
    func range(_ part: String) -> SourceRange {
      let utf8 = Array(text.utf8)
      let wanted = Array(part.utf8)
      let start = utf8.indices.first { utf8[$0...].starts(with: wanted) } ?? 0
      return SourceRange(source: source, start: start, end: start + wanted.count)
    }
    let diagnostic = WordedDiagnostic(
      code: "linear-input-mismatch", severity: .error,
      message: "linear layer expects 25088 inputs, but the feature map flattens to 4096",
      at: range("25088"), label: "256 x 4 x 4 = 4096",
      notes: [Note("the feature map becomes 4 x 4 here", at: range("M]")), Note("100% sure")],
      fixIts: [
        WordedFixIt("replace 25088 with 4096", replace: range("25088"), with: "4096", .certain)
      ])
    let warning = WordedDiagnostic(
      code: "no-pooling", severity: .warning, message: "no layer makes the map smaller",
      at: range("features"))
    return DiagnosticReport(
      sources: sources, diagnostics: [diagnostic, warning],
      headings: ReportHeadings(error: "error", warning: "warning", note: "note", help: "help"))
  }

  @Test func textShowsPlaceCaretsNotesAndHelp() {
    #expect(
      TextRenderer().render(report(design)) == """
        Configs/custom.yaml:6:18: error: linear layer expects 25088 inputs, but the feature map flattens to 4096 \
        [linear-input-mismatch]
         6 |   - linear: {in: 25088, out: 4096}
           |                  ^^^^^ 256 x 4 x 4 = 4096
        Configs/custom.yaml:3:19: note: the feature map becomes 4 x 4 here
         note: 100% sure
         help: replace 25088 with 4096 (vggc check --fix)
        Configs/custom.yaml:3:1: warning: no layer makes the map smaller [no-pooling]
         3 | features: [64, M, M]
           | ^^^^^^^^

        """)
  }

  @Test func caretsStandUnderWideCharacters() {
    let text = TextRenderer().render(report("합성곱: 25088\n"))
    #expect(text.contains(" 1 | 합성곱: 25088\n   |         ^^^^^ 256"))
  }

  @Test func longLinesAreCutAroundTheCarets() throws {
    let line =
      String(repeating: "64, ", count: 200) + "25088, " + String(repeating: "M, ", count: 200)
    let lines = TextRenderer(width: 60).render(report(line)).split(separator: "\n")
    let (shown, carets) = (String(lines[1]), String(lines[2]))
    #expect(shown.count <= 66)
    #expect(shown.hasPrefix(" 1 | …") && shown.hasSuffix("…"))
    let column = try #require(carets.firstIndex(of: "^")).utf16Offset(in: carets)
    #expect(shown.dropFirst(column).hasPrefix("25088"))
  }

  @Test func colourIsAddedAndNothingElse() {
    let plain = TextRenderer(style: .plain).render(report(design))
    let coloured = TextRenderer(style: .ansi).render(report(design))
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func jsonHasTheDocumentedKeys() throws {
    let json = try JSONRenderer().render([report(design)])
    for expected in [
      #""code" : "linear-input-mismatch""#, #""severity" : "error""#,
      #""file" : "Configs/custom.yaml""#,
      #""replacement" : "4096""#, #""message" : "100% sure""#, #""column" : 18"#, #""line" : 6"#,
    ] {
      #expect(json.contains(expected), "\(expected)")
    }
  }

  @Test func gitHubEscapesWhatItsCommandsGiveMeaning() {
    let text = GitHubRenderer().render([report(design, name: "a,b:c%.yaml")])
    let first = text.split(separator: "\n")[0]
    #expect(first.hasPrefix("::error file=a%2Cb%3Ac%25.yaml,line=6,col=18,endLine=6,endColumn=23,"))
    #expect(
      first.hasSuffix("256 x 4 x 4 = 4096%0Athe feature map becomes 4 x 4 here%0A100%25 sure"))
  }

  @Test func sarifNamesRulesResultsAndFixes() throws {
    let json = try SARIFRenderer(
      version: "1.2.3", folder: "/a/b",
      rules: [
        .init(
          code: "no-pooling", severity: .warning, title: "No layer makes the map smaller",
          meaning: "It is expensive.", help: "It is expensive. Add M.",
          markdownHelp: "It is **expensive**.")
      ]
    ).render([report(design, name: "내 모델.yaml")])
    for expected in [
      #""version" : "2.1.0""#, #""id" : "no-pooling""#, #""level" : "warning""#,
      #""version" : "1.2.3""#, #""ruleId" : "linear-input-mismatch""#,
      #""columnKind" : "unicodeCodePoints""#, #""startColumn" : 18"#,
      #""uri" : "%EB%82%B4%20%EB%AA%A8%EB%8D%B8.yaml""#, #""uriBaseId" : "%SRCROOT%""#,
      #""text" : "No layer makes the map smaller""#, #""markdown" : "It is **expensive**.""#,
    ] {
      #expect(json.contains(expected), "\(expected)")
    }
  }
}
