import Foundation
import Testing
import VGGTestSupport

/// `vggc report`.
@Suite struct PageCommandTests {
  @Test func aSoundNetwork() throws {
    let folder = try TemporaryFolder()
    let result = try folder.command.run("report", "D", "-o", "d.html", "--lang", "en")
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    let page = try folder.read("d.html")
    #expect(page.contains("138,357,544") && page.contains("512 * 7 * 7"))
    // The page loads nothing: it has no script, and no URL except those that identify SVG.
    #expect(!page.contains("<script") && !page.contains("src="))
    #expect(
      page.matches(of: /https?:\/\/[^"<\s]*/).allSatisfy {
        $0.output == "http://www.w3.org/2000/svg"
      })
  }

  @Test func anErrorIsShownOnThePage() throws {
    let folder = try TemporaryFolder()
    try folder.write("features: [64, M, {conv: 8, in: 3}, M]\n", to: "a.yaml")
    let result = try folder.command.run("report", "a.yaml", "-o", "a.html", "--lang", "ko")
    #expect(result.status == 1)
    #expect(try folder.read("a.html").contains("channel-mismatch"))
  }

  @Test func whatIsNoYAMLGivesNoPage() throws {
    let folder = try TemporaryFolder()
    try folder.write("a: [", to: "a.yaml")
    #expect(try folder.command.run("report", "a.yaml", "-o", "a.html").status == 1)
    #expect((try? folder.read("a.html")) == nil)
  }

  @Test func aPageDoesNotReplaceItsInput() throws {
    let folder = try TemporaryFolder()
    try folder.write("extends: A\n", to: "a.yaml")
    #expect(try folder.command.run("report", "a.yaml", "-o", "a.yaml").status == 73)
    #expect(try folder.read("a.yaml") == "extends: A\n")
  }
}
