import Testing
import VGGDiagnostics
import VGGPages
import VGGTestSupport

@Suite struct ReportGoldenTests {
  @Test(arguments: [SampleModel.custom, .stopped]) func page(_ sample: SampleModel) throws {
    for language in Language.allCases {
      let page = ReportPage(
        try sample.models(), comparedWith: [try builtIn("A")],
        findings: ["a.yaml:1:1: warning: a <finding> [an-id]"], in: language)
      try expectGolden(
        page.html(comment: "A test."), "\(sample.folder)/report.\(language.rawValue).html")
    }
  }
}
