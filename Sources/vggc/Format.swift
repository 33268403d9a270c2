import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGSyntax

/// `vggc fmt`: formats configurations in one style.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Format configurations, keeping their meaning and comments.",
    discussion: """
      The style: two spaces of indentation, one space after colons and commas, quotes only where they are needed, \
      lines of at most 120 characters; a list that starts on a new line has one line per stage. Docs/Language.md has \
      all the rules.

      FILE is a path, a folder (all .yaml and .yml files in it), or - to print standard input formatted. Without FILE, \
      formats the configurations in the current folder, or every file directly under Configs. A file that is not \
      valid YAML is left unchanged.

      Examples:
        vggc fmt Configs/custom.yaml
        vggc fmt --check Configs
        vggc fmt --diff Configs/custom.yaml
        vggc fmt - < Configs/custom.yaml

      Exit status: 0 formatted, 1 errors in the YAML, or with --check a file that would change, 64 usage error, 66 a \
      file that cannot be read, 73 a file that cannot be written.
      """)

  @Argument(help: "Paths, folders, or - for standard input.")
  var files: [InputFile] = []

  @Flag(help: "List the files that would change without writing them; fail if there are any.")
  var check = false

  @Flag(help: "Show the changes without writing them.")
  var diff = false

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if files.count(where: { $0.path == "-" }) > 1 {
      throw ValidationError(.inputTwice)
    }
  }

  func run() throws {
    var status: ExitCode?
    for name in try ConfigurationNames.files(
      named: names, for: .formatting, in: language.language)
    {
      do {
        if try changes(name), check { status = status ?? .unsound }
      } catch let failure as ExitCode {
        status = failure
      }
    }
    if let status { throw status }
  }

  /// The arguments, with a slash after each folder's name, so that it is not taken for the built-in
  /// configuration of that name, which has no file.
  private var names: [String] {
    files.map(\.path).map { FileKind(of: $0) == .folder && !$0.hasSuffix("/") ? $0 + "/" : $0 }
  }

  /// Formats one file; returns whether that changed it, or would change it.
  private func changes(_ name: String) throws -> Bool {
    let found = try Inputs.find(name, in: language.language)
    found.announce()
    guard found.isFile else {
      Console.reportError(language.language.commandPhrases.hasNoFile(name), in: language.language)
      throw ExitCode.usage
    }
    let text = try text(of: found.file)
    let isChanged = Array(text.utf8) != found.file.bytes
    if name == "-", !check, !diff {
      try Console.write(text)
      return isChanged
    }
    guard isChanged else { return false }
    if check { try Console.write("\(printable(found.file.name))\n") }
    if diff {
      let old = found.file.text
      try Console.write(unifiedDiff(of: old, and: text, name: found.file.name))
    }
    if !check, !diff { try Output.write(text, to: found.file.name) }
    return true
  }

  private func text(of file: SourceFile) throws -> String {
    do {
      return try formatted(file)
    } catch {
      if error.diagnostics.isEmpty {
        Console.reportError(
          language.language.commandPhrases.staysUnformatted(file.name), in: language.language)
      }
      Inputs.show(error.diagnostics, of: error.sources, in: language.language)
      throw ExitCode.unsound
    }
  }
}
