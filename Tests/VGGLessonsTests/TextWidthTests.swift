import Testing
import VGGDiagnostics
import VGGLessons
import VGGTables
import VGGTestSupport

/// Checks that tables and lessons fit the terminal's width, and that colour changes only colours.
@Suite struct TextWidthTests {
  @Test(arguments: SampleModel.reported, [40, 60, 80, 100, 132, 200]) func noSummaryIsTooWide(
    _ sample: SampleModel, _ width: Int
  ) throws {
    expectLines(of: SummaryReport(try sample.models()).text(width: width), within: width)
  }

  @Test(arguments: SampleModel.reported, [60, 80, 100, 132, 200]) func noLessonIsTooWide(
    _ sample: SampleModel, _ width: Int
  ) throws {
    for model in try sample.models() {
      expectLines(of: Explanation(model).text(width: width), within: width)
    }
  }

  private func expectLines(of text: String, within width: Int) {
    let wide = text.split(separator: "\n").filter { displayWidth($0) > width }
    #expect(wide == [])
  }

  @Test(arguments: SampleModel.reported)
  func colourChangesNothingButColour(_ sample: SampleModel) throws {
    let models = try sample.models()
    let coloured = SummaryReport(models).text(width: 80, style: .ansi)
    #expect(coloured.contains("\u{1B}["))
    let isSame = withoutEscapes(coloured) == SummaryReport(models).text(width: 80)
    #expect(isSame)
    for model in models {
      let lesson = Explanation(model).text(width: 80, style: .ansi)
      let isSame = withoutEscapes(lesson) == Explanation(model).text(width: 80)
      #expect(isSame)
    }
  }

  private func withoutEscapes(_ text: String) -> String {
    var result = ""
    var inEscape = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { inEscape = true }
      if !inEscape { result.unicodeScalars.append(scalar) }
      if scalar == "m" { inEscape = false }
    }
    return result
  }
}
