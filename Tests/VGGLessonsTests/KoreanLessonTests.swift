import Testing
import VGGDiagnostics
import VGGLessons
import VGGTestSupport

@Suite struct KoreanLessonTests {
  @Test(arguments: SampleModel.reported) func lessonsInKorean(_ sample: SampleModel) throws {
    let texts = try sample.models().map { Explanation($0, in: .korean).text(width: 80) }
    try expectGolden(texts.joined(separator: "\n"), "\(sample.folder)/explain-ko.txt")
  }

  /// Every equation with its numbers inserted is the same in both languages.
  @Test(arguments: SampleModel.reported) func theArithmeticIsTheSame(_ sample: SampleModel) throws {
    for model in try sample.models() {
      let english = Self.results(Explanation(model).text(width: 400))
      let korean = Self.results(Explanation(model, in: .korean).text(width: 400))
      #expect(english == korean)
    }
  }

  /// The numbers after an equals sign, in order.
  private static func results(_ text: String) -> [String] {
    text.matches(of: /= ([0-9][0-9,.]*[0-9]|[0-9])/).map { String($0.1) }
  }

  @Test(arguments: SampleModel.reported, [40, 80, 120])
  func linesKeepToTheWidth(_ sample: SampleModel, _ width: Int) throws {
    for model in try sample.models() {
      let text = Explanation(model, in: .korean).text(width: width)
      for line in text.split(separator: "\n") where isProse(line) {
        #expect(displayWidth(line) <= width, "\(line)")
      }
    }
  }

  /// Whether the line is neither a formula, which is indented, nor a single word.
  private func isProse(_ line: Substring) -> Bool {
    !line.hasPrefix("  ") && line.contains(" ")
  }
}
