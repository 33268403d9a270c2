import Testing
import VGGDiagnostics

@Suite struct TextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("합성곱", 6), ("é", 1), ("e\u{301}", 1), ("特徴マップ", 10), ("ｘ", 2), ("🚀", 2),
    ("a\u{200D}b", 2),
  ])
  func widthOnATerminal(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (138_357_544, "138,357,544"), (-1_234, "-1,234"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func grouping(count: Int, text: String) {
    #expect(grouped(count) == text)
  }

  @Test(
    arguments: [
      (0.485, 4, "0.4850"), (-1.5, 1, "-1.5"), (0, 2, "0.00"), (-0.004, 2, "0.00"), (2.5, 0, "3"),
      (999_999_999_999.5, 4, "999999999999.5000"), (1e30, 4, "1e+30"), (1e30, 0, "1e+30"),
      (.greatestFiniteMagnitude, 9, "1.7976931348623157e+308"), (.infinity, 4, "inf"),
      (-.infinity, 0, "-inf"), (.nan, 4, "nan"),
    ] as [(Double, Int, String)])
  func decimalPlaces(value: Double, places: Int, text: String) {
    #expect(fixed(value, places: places) == text)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\tb", "a b"),
    ("a\u{0}b", "a\u{FFFD}b"),
    ("a\u{202E}b", "a\u{FFFD}b"), ("합\u{9B}성", "합\u{FFFD}성"),
  ])
  func controlCharactersDoNotReachTheTerminal(text: String, shown: String) {
    #expect(printable(text) == shown)
  }
}
