import Testing
import VGGDiagnostics

@Suite struct SourceFileTests {
  /// Text, the UTF-8 offset asked for, and the line and column (in Unicode scalars) expected.
  static let places: [(String, Int, Int, Int)] = [
    ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("abc", 99, 1, 4), ("", 0, 1, 1),
    ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("a\n\nb", 2, 2, 1),
    ("a\n", 2, 2, 1),
    ("é: x", 4, 1, 4), ("\t64", 1, 1, 2), ("이름: x", 8, 1, 5),
    ("🇺🇳x", 8, 1, 3), ("👩🏽‍🚀x", 15, 1, 5),
    ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("\u{FEFF}a\nb", 5, 2, 1),
    ("a\u{2028}b", 4, 1, 3), ("a\u{85}b", 3, 1, 3),
  ]

  @Test(arguments: places)
  func location(text: String, offset: Int, line: Int, column: Int) {
    let location = SourceFile(name: "t", text: text).location(at: offset)
    #expect(location == SourceLocation(line: line, column: column))
  }

  @Test func lineRangeLeavesOutBreaksAndByteOrderMark() {
    let file = SourceFile(name: "t", text: "\u{FEFF}ab\r\nc\n")
    #expect(file.text(file.lineRange(1)) == "ab")
    #expect(file.text(file.lineRange(2)) == "c")
    #expect(file.text(file.lineRange(3)) == "")
  }

  /// The block-wise index agrees with counting from the start, on text long enough for many blocks.
  @Test func scalarOffsetsAgreeWithCounting() {
    let text = String(repeating: "64, 합성곱 é🇺🇳 ", count: 400)
    let file = SourceFile(name: "t", text: text)
    var offset = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      #expect(file.offset(ofScalar: index) == offset)
      #expect(file.location(at: offset).column == index + 1)
      offset += scalar.utf8.count
    }
    #expect(file.offset(ofScalar: text.unicodeScalars.count) == offset)
  }
}
