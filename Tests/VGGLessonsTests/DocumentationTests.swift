import Foundation
import Testing
import VGGLessons
import VGGTestSupport

/// Checks that the documentation shows the program's output.
@Suite struct DocumentationTests {
  @Test func theExcerptsOfExplainAreItsOutput() throws {
    let page = try Checkout.text("Docs/Explain.md")
    let excerpts = page.components(separatedBy: "```text\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(excerpts.count == 8)
    let lessons = try SampleModel.reported.flatMap { try $0.models() }
      .map { Explanation($0).text(width: 80) }
    for excerpt in excerpts {
      let found = lessons.contains { $0.contains(excerpt) }
      #expect(found, "\(excerpt)")
    }
  }
}
