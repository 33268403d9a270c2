import Testing
import VGGTestSupport

/// CITATION.cff, which GitHub and Zenodo read.
@Suite struct CitationTests {
  @Test(.enabled(if: ReferencePython.isExpected(of: "check_jsonschema")))
  func theFileFollowsItsSchema() throws {
    let python = try #require(ReferencePython.with("check_jsonschema"))
    let result = try Tool.run([
      python, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format",
      Checkout.file("CITATION.cff").path,
    ])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test func theVersionIsThatOfTheTool() throws {
    let version = try TemporaryFolder().command.run("--version").output
    #expect(try Checkout.text("CITATION.cff").contains("\nversion: \(version)"))
  }
}
