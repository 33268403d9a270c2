import Foundation
import Testing
import VGGTestSupport

@Suite struct FormatCommandTests {
  private let untidy = "name:   tiny # one\nfeatures: [16,M]\n"
  private let tidy = "name: tiny  # one\nfeatures: [16, M]\n"

  @Test func filesAreFormattedInPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write(untidy, to: "a.yaml")
    try folder.write(tidy, to: "b/b.yaml")
    let result = try folder.command.run("fmt", "a.yaml", "b")
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
    #expect(try folder.read("a.yaml") == tidy)
    #expect(try folder.read("b/b.yaml") == tidy)
    #expect(try folder.contents() == ["a.yaml", "b"])
  }

  @Test func checkListsWhatWouldChange() throws {
    let folder = try TemporaryFolder()
    try folder.write(untidy, to: "c/a.yaml")
    try folder.write(tidy, to: "c/b.yaml")
    try folder.write(untidy, to: "c/d/e.yml")
    let result = try folder.command.run("fmt", "--check", "c")
    #expect(result.status == 1)
    #expect(result.output == "c/a.yaml\nc/d/e.yml\n")
    #expect(try folder.read("c/a.yaml") == untidy)
    #expect(try folder.command.run("fmt", "--check", "c/b.yaml").status == 0)
  }

  @Test func differencesAreShown() throws {
    let folder = try TemporaryFolder()
    try folder.write(untidy, to: "a.yaml")
    let result = try folder.command.run("fmt", "--diff", "a.yaml")
    #expect(result.status == 0)
    #expect(
      result.output == """
        --- a.yaml
        +++ a.yaml
        @@ -1,2 +1,2 @@
        -name:   tiny # one
        -features: [16,M]
        +name: tiny  # one
        +features: [16, M]

        """)
    #expect(try folder.read("a.yaml") == untidy)
  }

  @Test func standardInputIsPrinted() throws {
    let command = try TemporaryFolder().command
    let result = try command.run("fmt", "-", input: Data(untidy.utf8))
    #expect(result.status == 0)
    #expect(result.output == tidy)
    let checked = try command.run("fmt", "--check", "-", input: Data(untidy.utf8))
    #expect(checked.status == 1)
    #expect(checked.output == "<stdin>\n")
  }

  @Test func whatIsNoYAMLStays() throws {
    let folder = try TemporaryFolder()
    try folder.write("features: [16,\n", to: "a.yaml")
    try folder.write(untidy, to: "b.yaml")
    let result = try folder.command.run("fmt", "a.yaml", "b.yaml")
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("a.yaml:"), "\(result.errors)")
    #expect(result.errors.contains("[yaml-syntax]"))
    #expect(try folder.read("a.yaml") == "features: [16,\n")
    #expect(try folder.read("b.yaml") == tidy)
    #expect(try folder.command.run("fmt", "missing.yaml").status == 66)
    #expect(try folder.command.run("fmt", "-", "-").status == 64)
  }

  @Test func aBuiltInIsNoFile() throws {
    #expect(try TemporaryFolder().command.run("fmt", "D").status == 64)
  }
}
