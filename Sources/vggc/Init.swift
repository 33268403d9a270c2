import ArgumentParser
import VGGCommandLine
import VGGDiagnostics
import VGGEmitters
import VGGFiles
import VGGSpec
import VGGSyntax

/// `vggc init`: a configuration to start from.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract:
      "Write a configuration to start from, with comments. (For weights: vggc weights init.)",
    discussion: """
      Writes NAME.vgg.yaml, a configuration that passes vggc check, and next to it vggc.schema.json, the JSON Schema \
      that its first line names for editors. Existing files are not replaced; an existing schema is kept.

      Examples:
        vggc init flowers
        vggc init flowers --from vgg16_bn
        vggc init flowers -o Configs/flowers.yaml --schema ../vggc.schema.json

      Exit status: 0 written, 64 usage error, 73 a file that exists or cannot be written.
      """)

  @Argument(help: "The model's name.")
  var name: String

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("Start from this built-in configuration.", valueName: "built-in"))
  var base: String?

  @Option(
    name: .shortAndLong, help: "Write to this file instead of NAME.vgg.yaml.")
  var output: OutputFile?

  @Option(
    help: ArgumentHelp(
      "Refer to this schema (a URL, or a path relative to the file) instead of writing one.",
      valueName: "location"))
  var schema: String?

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("."),
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw ValidationError(.modelName)
    }
    guard PathText.shown(name) == name else {
      throw ValidationError(.modelNameNotUTF8)
    }
    guard let base, BuiltInConfiguration.named(base) == nil else { return }
    let names = BuiltInConfiguration.all.map(\.name)
    throw ValidationError(
      .noBuiltIn(base, nearest: nearestName(to: base, among: names), known: names))
  }

  func run() throws {
    let path = output?.path ?? "\(name).vgg.yaml"
    let text = StartingConfiguration.text(
      name: name, from: base.flatMap { BuiltInConfiguration.named($0) },
      schema: schema ?? ConfigurationSchema.fileName)
    try Output.refuseToReplaceAny(path)
    let bytes = Array(try formatted(SourceFile(name: path, text: text)).utf8)
    try Output.writeTogether { group in
      if schema == nil { try addSchema(beside: path, to: group) }
      try group.add(bytes, to: path)
    }
    try Console.write("\(path)\n")
    announceNext(shellQuoted(path))
  }

  private func announceNext(_ path: String) {
    Console.remark(language.language.commandPhrases.nextSteps, in: language.language)
    for command in [
      "vggc check \(path)", "vggc summary \(path)",
      "vgg train \(path) --data FOLDER_OF_CLASSES -o run",
    ] {
      Console.writeError("  \(printable(command))\n")
    }
  }

  private func addSchema(beside path: String, to group: FileGroup) throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let file = folder + ConfigurationSchema.fileName
    guard FileKind(of: file) == nil else { return }
    try group.add(Array(ConfigurationSchema.text().utf8), to: file)
  }
}
