import Testing
import VGGLessons
import VGGTestSupport

@Suite struct ExplanationGoldenTests {
  @Test(arguments: SampleModel.reported) func explanation(_ sample: SampleModel) throws {
    let texts = try sample.models().map { Explanation($0).text(width: 80) }
    try expectGolden(texts.joined(separator: "\n"), "\(sample.folder)/explain.txt")
  }
}
