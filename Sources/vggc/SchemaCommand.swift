import ArgumentParser
import VGGCommandLine
import VGGDiagnostics
import VGGSpec

/// `vggc schema`: the JSON Schemas of the language and of the documents that `vggc` and `vgg` print.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Print the JSON Schema of configurations, for editors and validators, or of a JSON document.",
    discussion: """
      The schema of configurations is draft-07, which yaml-language-server and check-jsonschema support. A \
      configuration names it in its first line: # yaml-language-server: $schema=vggc.schema.json

      With DOCUMENT, the schema is that of a JSON document that vggc or vgg prints or writes, in draft 2020-12: of \
      `vggc check --format json` (check), `vggc emit --json` (graph), a line of metrics.jsonl (metrics), and so on.

      Examples:
        vggc schema -o vggc.schema.json
        vggc schema | check-jsonschema --schemafile - Configs/*.yaml
        vggc schema summary -o summary.schema.json
      """)

  @Argument(help: "The kind of JSON document, instead of configurations.")
  var document: DocumentKind?

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: OutputFile?

  func run() throws {
    guard let document else {
      return try Output.write(ConfigurationSchema.text(), to: output?.path)
    }
    try Output.write(String(decoding: document.schema, as: UTF8.self), to: output?.path)
  }
}
