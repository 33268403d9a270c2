import Testing
import VGGTables
import VGGTestSupport

/// That what the documentation shows is what the program prints.
@Suite struct DocumentationTests {
  @Test func theHeaderOfTheCSVIsTheDocumentedOne() throws {
    let page = try Checkout.text("Docs/Summary.md")
    let header = try #require(SummaryReport([]).csv().split(separator: "\r\n").first)
    let found = page.contains("`\(header)`")
    #expect(found)
  }
}
