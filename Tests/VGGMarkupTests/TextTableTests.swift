import Testing
import VGGDiagnostics

@testable import VGGMarkup

@Suite struct TextTableTests {
  private let table = TextTable(
    [
      .init(title: "name"), .init(title: "count", alignment: .right, sacrifice: 2),
      .init(title: "why", sacrifice: 1, movesBelow: true),
    ], rows: [.cells(["모델", "7", "seven; of them"]), .cells(["a", "12,345", ""])])

  @Test func columnsAreAlignedByDisplayWidth() {
    #expect(
      table.lines(width: 80, style: .plain) == [
        "name   count  why", "모델       7  seven; of them", "a     12,345",
      ])
  }

  @Test func aColumnMovesBelowWhenThereIsLittleRoom() {
    #expect(
      table.lines(width: 20, style: .plain) == [
        "name   count", "모델       7", "    seven; of them", "a     12,345",
      ])
  }

  @Test func aColumnIsGivenUpWhenThereIsLessRoom() {
    #expect(
      table.lines(width: 8, style: .plain) == ["name", "모델", "    seven; of them", "a"])
  }

  @Test(arguments: [
    ("conv1_1", 7), ("모델", 4), ("한글", 4), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("🇰🇷", 2),
    ("👩‍👩‍👧", 2), ("❤️", 2), ("", 0), ("\u{200B}", 0), ("ｆ", 2), ("한", 2),
  ]) func displayWidths(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test(arguments: [
    (0, "0 bytes"), (1_023, "1023 bytes"), (1_024, "1.0 KiB"), (553_430_176, "527.8 MiB"),
    (1_073_741_823, "1,024.0 MiB"), (1_073_741_824, "1.0 GiB"),
  ]) func sizesInBytes(_ count: Int, _ text: String) {
    #expect(bytes(count) == text)
  }

  @Test(arguments: [
    (999, "999"), (1_000, "1.00 k"), (15_470_264_320, "15.47 G"), (299_606_016, "299.61 M"),
    (Int.max, "9,223,372,036.85 G"),
  ]) func abbreviations(_ count: Int, _ text: String) {
    #expect(abbreviated(count) == text)
  }
}
