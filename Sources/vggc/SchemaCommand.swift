import ArgumentParser
import VGGCommandLine
import VGGSpec

/// `vggc schema`: the JSON Schema of the language.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of configurations, for editors and validators.",
    discussion: """
      The schema is draft-07, which yaml-language-server and check-jsonschema support. A configuration names it in \
      its first line: # yaml-language-server: $schema=vggc.schema.json

      Examples:
        vggc schema -o vggc.schema.json
        vggc schema | check-jsonschema --schemafile - Configs/*.yaml
      """)

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: OutputFile?

  func run() throws {
    try Output.write(ConfigurationSchema.text(), to: output?.path)
  }
}
