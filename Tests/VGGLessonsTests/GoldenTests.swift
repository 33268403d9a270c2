import Testing
import VGGDiagnostics
import VGGGraph
import VGGReports
import VGGSpec
import VGGTestSupport

@Suite struct GoldenTests {
  @Test(arguments: SampleModel.reported) func summaryText(_ sample: SampleModel) throws {
    let report = SummaryReport(try sample.models())
    try expectGolden(report.text(width: 170), "\(sample.folder)/summary.txt")
    try expectGolden(report.text(width: 80), "\(sample.folder)/summary-80.txt")
  }

  @Test(arguments: SampleModel.reported) func summaryForPrograms(_ sample: SampleModel) throws {
    let report = SummaryReport(try sample.models())
    try expectGolden(report.json(), "\(sample.folder)/summary.json")
    try expectGolden(report.csv(), "\(sample.folder)/summary.csv")
    try expectGolden(report.markdown(), "\(sample.folder)/summary.md")
  }

  @Test(arguments: SampleModel.reported) func explanation(_ sample: SampleModel) throws {
    let texts = try sample.models().map { Explanation($0).text(width: 80) }
    try expectGolden(texts.joined(separator: "\n"), "\(sample.folder)/explain.txt")
  }

  @Test(arguments: [SampleModel.custom, .stopped]) func page(_ sample: SampleModel) throws {
    for language in Language.allCases {
      let page = ReportPage(
        try sample.models(), comparedWith: [try builtIn("A")],
        findings: ["a.yaml:1:1: warning: a <finding> [an-id]"], in: language)
      try expectGolden(
        page.html(comment: "A test."), "\(sample.folder)/report.\(language.rawValue).html")
    }
  }

  @Test func comparison() throws {
    let names = (BuiltInConfiguration.paper + BuiltInConfiguration.batchNorm).map(\.name)
    let report = ComparisonReport(try names.map { try builtIn($0) })
    try expectGolden(report.text(width: 120), "built-in/comparison.txt")
    try expectGolden(report.text(width: 80), "built-in/comparison-80.txt")
    try expectGolden(report.markdown(), "built-in/comparison.md")
    try expectGolden(report.csv(), "built-in/comparison.csv")
  }
}
