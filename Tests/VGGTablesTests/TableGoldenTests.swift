import Testing
import VGGSpec
import VGGTables
import VGGTestSupport

@Suite struct TableGoldenTests {
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

  @Test func comparison() throws {
    let names = (BuiltInConfiguration.paper + BuiltInConfiguration.batchNorm).map(\.name)
    let report = ComparisonReport(try names.map { try builtIn($0) })
    try expectGolden(report.text(width: 120), "built-in/comparison.txt")
    try expectGolden(report.text(width: 80), "built-in/comparison-80.txt")
    try expectGolden(report.markdown(), "built-in/comparison.md")
    try expectGolden(report.csv(), "built-in/comparison.csv")
  }
}
