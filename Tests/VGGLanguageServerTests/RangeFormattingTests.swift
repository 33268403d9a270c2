import Testing
import VGGDiagnostics
import VGGSyntax

@testable import VGGLanguageServer

/// Formatting of a part of a document: the marks are the ends of the part.
@Suite struct RangeFormattingTests {
  private func formatted(_ marked: String) throws -> String {
    let marked = MarkedText(marked)
    var document = OpenDocument(
      uri: "file:///w/a.yaml", version: 1, text: marked.text, encoding: .utf16)
    let range = LSP.Range(start: marked.positions[0], end: marked.positions[1])
    let edits = formattingEdits(in: range, of: document)
    document.apply(
      edits.reversed().map { LSP.ContentChange(range: $0.range, text: $0.newText) }, version: 2)
    return document.file.text
  }

  @Test(arguments: [
    ("▮name:   a\n▮features:   [8,M]\n", "name: a\nfeatures:   [8,M]\n"),
    ("name:   a\n▮features:   [8,M]▮\n", "name:   a\nfeatures: [8, M]\n"),
    ("▮name:   a\nfeatures:   [8,M]\n▮", "name: a\nfeatures: [8, M]\n"),
    ("name:   a\n▮▮features:   [8,M]\n", "name:   a\nfeatures:   [8,M]\n"),
    // Several lines without equal ones between them.
    (
      "name:   a\nbatch_norm:   true\n▮features:   [8,M]\n▮avgpool:   1\n",
      "name:   a\nbatch_norm:   true\nfeatures: [8, M]\navgpool:   1\n"
    ),
    // Only half of a mapping would be indented differently.
    (
      "classifier:\n      hidden: []\n▮      classes: 3\n▮",
      "classifier:\n      hidden: []\n      classes: 3\n"
    ),
    (
      "▮classifier:\n      hidden: []\n      classes: 3\n▮name:   a\n",
      "classifier:\n  hidden: []\n  classes: 3\nname:   a\n"
    ),
    (
      "name:   a\r\n▮features:   [8,M]▮\r\nbatch_norm:   true\r\n",
      "name:   a\r\nfeatures: [8, M]\r\nbatch_norm:   true\r\n"
    ),
    ("▮features: [\n▮", "features: [\n"), ("▮▮", ""),
  ])
  func parts(marked: String, expected: String) throws {
    #expect(try formatted(marked) == expected)
  }

  /// The whole range makes the same text as formatting the document.
  @Test func theWholeDocument() throws {
    let text =
      "# 한국어\nname:    '사진'\n\n\n\nfeatures: [ 64,M ,\n   128 ]   # 🧠\nclassifier:\n    - linear: {in:   3,out: 2}\n    - relu"
    let expected = try VGGSyntax.formatted(SourceFile(name: "a.yaml", text: text))
    #expect(try formatted("▮\(text)▮") == expected)
  }

  /// Every range leaves the text's meaning, and lines outside of it.
  @Test func everyRange() throws {
    let text = "a:   [1,2]\nclassifier:\n     b:  1\n     # c\n     d:   2\n\n\n\ne:  'f'\n"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for first in lines.indices {
      for last in first..<lines.count {
        let before = lines[..<first].map { $0 + "\n" }.joined()
        let inside = lines[first..<last].map { $0 + "\n" }.joined()
        let after = String(text.dropFirst(before.count + inside.count))
        let result = try formatted(before + "▮" + inside + "▮" + after)
        #expect(result.hasPrefix(before) && result.hasSuffix(after))
        #expect(
          haveSameMeaning(
            SourceFile(name: "a", text: text), SourceFile(name: "a", text: result)))
      }
    }
  }

  @Test func throughTheServer() throws {
    let marked = MarkedText("▮name:   a\n▮features: [8,M]\n")
    var session = Session()
    try session.open(marked.text)
    let options = #","options":{"tabSize":2,"insertSpaces":true}"#
    #expect(
      try session.brief("rangeFormatting", marked.range + options)
        == "[{newText: , range: 0:6-0:8}]")
  }
}
