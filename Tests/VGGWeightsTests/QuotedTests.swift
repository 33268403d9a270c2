import Testing

@testable import VGGWeights

@Suite struct QuotedTests {
  @Test(arguments: [
    ("features.0.weight", "'features.0.weight'"), ("", "''"), ("é 가", "'é 가'"),
    ("a\n\u{1b}[31m", #"'a\n\u{1B}[31m'"#), ("\u{202e}x", #"'\u{202E}x'"#),
    (String(repeating: "x", count: 101), "'" + String(repeating: "x", count: 100) + "…'"),
  ])
  func keepsANameToOnePrintableLine(name: String, text: String) {
    #expect(quoted(name) == text)
  }
}
