import Testing
import VGGTables
import VGGTestSupport

/// Checks that the documentation shows the program's output.
@Suite struct DocumentationTests {
  @Test func theHeaderOfTheCSVIsTheDocumentedOne() throws {
    let page = try Checkout.text("Docs/Summary.md")
    let header = try #require(SummaryReport([]).csv().split(separator: "\r\n").first)
    let found = page.contains("`\(header)`")
    #expect(found)
  }
}
