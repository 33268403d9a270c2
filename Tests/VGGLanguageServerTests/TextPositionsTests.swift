import Testing
import VGGDiagnostics

@testable import VGGLanguageServer

@Suite struct TextPositionsTests {
  private static let text = "# 한🧠é\r\na: 🇰🇷\rb\n\nlast"

  @Test(arguments: [
    (PositionEncoding.utf8, 2, 5, 9), (.utf16, 2, 3, 5), (.utf32, 2, 3, 4),
  ])
  func characters(encoding: PositionEncoding, han: Int, brain: Int, accent: Int) throws {
    let positions = TextPositions(SourceFile(name: "t", text: Self.text), encoding)
    for (character, expected) in [("한", han), ("🧠", brain), ("é", accent)] {
      let index = try #require(Self.text.range(of: character)).lowerBound
      let offset = Self.text.utf8.distance(from: Self.text.startIndex, to: index)
      #expect(positions.position(of: offset) == LSP.Position(line: 0, character: expected))
    }
  }

  /// Every offset of a text, with and without a byte order mark, and longer than a block of the
  /// index.
  @Test(arguments: [PositionEncoding.utf8, .utf16, .utf32])
  func thereAndBack(encoding: PositionEncoding) {
    let long = (0..<300).map { "키\($0): 🧠 é" }.joined(separator: "\n")
    for text in [Self.text, "\u{FEFF}" + Self.text, long, ""] {
      let positions = TextPositions(SourceFile(name: "t", text: text), encoding)
      var offset = 0
      for scalar in text.unicodeScalars {
        // The line feed of a CR LF pair is not a separate position.
        if scalar != "\n" || offset == 0 || positions.file.bytes[offset - 1] != 0x0D {
          #expect(positions.offset(of: positions.position(of: offset)) == offset)
        }
        offset += String(scalar).utf8.count
      }
      #expect(positions.offset(of: positions.position(of: offset)) == offset)
    }
  }

  @Test(arguments: [
    (0, 99, 11), (0, -1, 0), (-1, 5, 0), (99, 0, 32), (3, 7, 27), (0, Int.max, 11),
    (Int.max, Int.max, 32),
    // Inside a pair of UTF-16 units.
    (0, 4, 9),
  ])
  func placesThatAreNone(line: Int, character: Int, offset: Int) {
    let positions = TextPositions(SourceFile(name: "t", text: Self.text), .utf16)
    #expect(positions.offset(of: LSP.Position(line: line, character: character)) == offset)
  }

  @Test func editsOneAfterTheOther() {
    var document = OpenDocument(
      uri: "file:///a.yaml", version: 1, text: "a: 🧠\nb: 1\n", encoding: .utf16)
    func range(_ line: Int, _ start: Int, _ end: Int) -> LSP.Range {
      LSP.Range(
        start: LSP.Position(line: line, character: start),
        end: LSP.Position(line: line, character: end))
    }
    document.apply(
      [
        LSP.ContentChange(range: range(0, 3, 5), text: "한"),
        LSP.ContentChange(range: range(0, 4, 4), text: "\nc: 2"),
        // Start and end are swapped.
        LSP.ContentChange(range: range(2, 4, 3), text: "7"),
      ], version: 2)
    #expect(document.file.text == "a: 한\nc: 2\nb: 7\n")
    #expect(document.version == 2)
    document.apply([LSP.ContentChange(range: nil, text: "x")], version: 3)
    #expect(document.file.text == "x")
  }

  @Test(arguments: [
    ("file:///a/b.yaml", "/a/b.yaml"), ("file://localhost/a%20b/%EA%B3%A0.yaml", "/a b/고.yaml"),
    ("FILE:///a%zz", "/a%zz"), ("untitled:Untitled-1", nil), ("file:///a%00", nil), ("", nil),
  ])
  func paths(uri: String, path: String?) {
    #expect(DocumentURI.path(of: uri) == path)
    if let path {
      #expect(DocumentURI.path(of: DocumentURI.uri(ofPath: path)) == path)
    }
  }

  /// The edit between two texts converts one to the other, whatever they have in common.
  @Test(arguments: [
    ("a: 한🧠\r\nb", "a: 한🧠\nb"), ("aaa", "aa"), ("", "x"), ("x", ""), ("🧠", "🧡"), ("한국", "한한국"),
  ])
  func shortestEdits(old: String, new: String) {
    var document = OpenDocument(uri: "u:t", version: 1, text: old, encoding: .utf16)
    let found = edits(from: document.positions, to: new)
    document.apply(
      found.map { LSP.ContentChange(range: $0.range, text: $0.newText) }, version: 2)
    #expect(document.file.bytes == Array(new.utf8))
  }
}
