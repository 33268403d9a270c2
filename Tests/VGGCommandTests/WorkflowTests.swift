import Foundation
import Testing
import VGGTestSupport

/// The workflows in `.github/workflows`, which no test can run: they conform to GitHub's schema, and their scripts
/// exist.
@Suite struct WorkflowTests {
  private static let files = Checkout.files(in: ".github/workflows")

  @Test(.enabled(if: ReferencePython.isExpected(of: "check_jsonschema")))
  func conformToTheSchema() throws {
    let python = try #require(ReferencePython.with("check_jsonschema"))
    try #require(!Self.files.isEmpty)
    let verdict = try Tool.run(
      [python, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
        + Self.files.map { Checkout.file($0).path })
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  /// The scripts of the steps, including the one that checks everything.
  @Test func runScriptsThatAreThere() throws {
    let scripts = try Self.files.flatMap { file in
      try Checkout.text(file).matches(of: /run: ((?:\.ci|Scripts)\/\S+)/).map { String($0.1) }
    }
    #expect(scripts.contains(".ci/run") && scripts.contains("Scripts/test"))
    for script in Set(scripts) {
      #expect(
        FileManager.default.isExecutableFile(atPath: Checkout.file(script).path), "\(script)")
    }
  }
}
