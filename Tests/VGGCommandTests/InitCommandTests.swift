import Foundation
import Testing
import VGGTestSupport

@Suite struct InitCommandTests {
  /// The written file has no errors and no warnings, is formatted, and conforms to the schema.
  @Test(arguments: [[], ["--from", "D"], ["--from", "vgg11_bn"], ["--from", "a-lrn"]])
  func whatIsWrittenIsSound(options: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try folder.command.run(["init", "flowers"] + options)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "flowers.vgg.yaml\n")
    #expect(try folder.contents() == ["flowers.vgg.yaml", "vggc.schema.json"])
    let text = try folder.read("flowers.vgg.yaml")
    #expect(text.hasPrefix("# yaml-language-server: $schema=vggc.schema.json\n"))
    let check = try folder.command.run("check", "--strict", "flowers.vgg.yaml")
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.output.hasPrefix("flowers.vgg.yaml: flowers is valid"))
    #expect(try folder.command.run("fmt", "--check", "flowers.vgg.yaml").status == 0)
    #expect(
      try folder.read("vggc.schema.json") == Checkout.text("Docs/schema/vggc.schema.json"))
    guard let python = ReferencePython.with("check_jsonschema") else { return }
    let verdict = try Tool.run(
      [python, "-m", "check_jsonschema", "--schemafile", "vggc.schema.json", "flowers.vgg.yaml"],
      in: folder.url)
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  @Test func nothingIsReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("name: mine\n", to: "flowers.vgg.yaml")
    try folder.write("{}", to: "vggc.schema.json")
    let refused = try folder.command.run("init", "flowers")
    #expect(refused.status == 73)
    #expect(refused.errors.contains("it already exists"))
    #expect(try folder.read("flowers.vgg.yaml") == "name: mine\n")
    #expect(try folder.command.run("init", "trees").status == 0)
    #expect(try folder.read("vggc.schema.json") == "{}")
  }

  @Test func theFileAndTheSchemaCanBeNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Configs/.keep")
    let result = try folder.command.run(
      "init", "작은 꽃: 1", "-o", "Configs/a.yaml", "--schema", "../schema.json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.contents() == ["Configs"])
    let text = try folder.read("Configs/a.yaml")
    #expect(text.hasPrefix("# yaml-language-server: $schema=../schema.json\n"))
    #expect(text.contains("\nname: \"작은 꽃: 1\"\n"))
    #expect(try folder.command.run("check", "--strict", "Configs/a.yaml").status == 0)
  }

  @Test(arguments: [
    ["init", ""], ["init", "a/b"], ["init", ".a"], ["init", "a", "--from", "vgg61"],
  ])
  func wrongUsage(arguments: [String]) throws {
    let result = try TemporaryFolder().command.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains("Error:"))
  }

  @Test func theSchemaIsPrinted() throws {
    let folder = try TemporaryFolder()
    let schema = try Checkout.text("Docs/schema/vggc.schema.json")
    #expect(try folder.command.run("schema").output == schema)
    #expect(try folder.command.run("schema", "-o", "s.json").status == 0)
    #expect(try folder.read("s.json") == schema)
    #expect(try folder.command.run("schema", "-o", "none/s.json").status == 73)
  }

  @Test(arguments: ["init", "fmt", "schema"])
  func helpHasExamples(command: String) throws {
    let help = try TemporaryFolder().command.run(command, "--help").output
    #expect(help.contains("Examples:\n"))
    #expect(help.contains("  vggc \(command) "))
  }
}
