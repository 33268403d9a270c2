import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGPhrasebooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `vggc check`: reports everything that is wrong with a configuration, at its line and column.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check configurations, and report every problem with its line and column.",
    discussion: """
      FILE is a path, a folder, - for standard input, or the name of a built-in configuration. In a folder, all \
      .yaml and .yml files are checked, including those in subfolders, several at once, and reported in order of \
      name. Without FILE, checks the configurations in the current folder, or every file directly under Configs.

      Examples:
        vggc check Configs/custom.yaml
        vggc check --strict Configs
        vggc check --fix --dry-run Configs/custom.yaml
        vggc check --format sarif Configs/*.yaml > vggc.sarif

      Exit status: 0 no errors, 1 errors (or warnings, with --strict), 64 usage error, 66 a file that cannot be \
      read, 73 a file that cannot be written.
      """)

  /// The format in which findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
    case github
  }

  @Argument(
    help: "Paths, folders, - for standard input, or names of built-in configurations.")
  var files: [InputFile] = []

  @OptionGroup var model: ModelOptions

  @OptionGroup var language: LanguageOptions

  @Option(help: "Output format; all formats but text go to standard output.")
  var format: Format = .text

  @Option(
    help: "Also check that this weight file (safetensors or .pth) fits.")
  var weights: InputFile?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Apply the suggested replacements to the files.")
  var fix = false

  @Flag(
    help: "With --fix: show the changes without writing them, and report on the unchanged file.")
  var dryRun = false

  func validate() throws {
    if dryRun && !fix { throw ValidationError(.requires("--dry-run", anyOf: ["--fix"])) }
    if fix, files.contains(where: { $0.path == "-" }) {
      throw ValidationError(.inputCannotBeFixed)
    }
    if files.count(where: { $0.path == "-" }) > 1 {
      throw ValidationError(.inputTwice)
    }
  }

  func run() throws {
    let names = try ConfigurationNames.files(
      named: files.map(\.path), for: .checking, in: language.language)
    let progress = Progress(
      .checking, total: names.count, printsAnswers: format == .text)
    var tally = Tally()
    var rest = names[...]
    while !rest.isEmpty {
      for file in compiled(rest.prefix(filesAtOnce)) {
        progress.clear()
        try take(file, into: &tally)
        progress.advance()
      }
      rest = rest.dropFirst(filesAtOnce)
    }
    progress.clear()
    try print(tally.reports)
    if let failure = tally.failure { throw failure }
    // With several files, not every file has to contain the model.
    if let first = tally.withoutModel.first, tally.withoutModel.count == names.count {
      throw Inputs.report(first.model, in: first.file, language.language)
    }
    if tally.isUnsound { throw ExitCode.unsound }
  }

  private var phrases: any CommandPhrasebook { language.language.commandPhrases }

  /// The findings in the files so far.
  private struct Tally {
    var isUnsound = false
    /// The exit status of the first file that could not be read or written.
    var failure: ExitCode?
    /// The reports, for formats that are printed at the end.
    var reports: [DiagnosticReport] = []
    var withoutModel: [(file: SourceFile, model: UnknownModel)] = []
  }

  /// The number of files held in memory; one when files are rewritten, since one may extend another.
  private var filesAtOnce: Int {
    fix ? 1 : 4 * ProcessInfo.processInfo.activeProcessorCount
  }

  private func compiled(_ names: ArraySlice<String>) -> [CompiledFile] {
    let names = Array(names)
    let model = model.name
    let threads = ProcessInfo.processInfo.activeProcessorCount
    return concurrentResults(names.count, threads: threads) { index in
      CompiledFile(names[index], model: model)
    }
  }

  private func take(_ file: CompiledFile, into tally: inout Tally) throws {
    for substitution in file.substitutions { Inputs.announce(substitution) }
    switch file.outcome {
    case .missing(let missing):
      let status = Inputs.report(missing, in: language.language)
      tally.failure = tally.failure ?? status
    case .withoutModel(let file, let model): tally.withoutModel.append((file, model))
    case .compiled(let compilation):
      do {
        let checked = try fixedAndChecked(compilation)
        tally.isUnsound = tally.isUnsound || fails(checked)
        // Compilations without findings are not kept.
        if format != .text, !checked.diagnostics.isEmpty {
          tally.reports.append(
            DiagnosticReport(
              checked.diagnostics, in: checked.sources, phrasebook: EnglishFindings()))
        }
      } catch let status as ExitCode {
        tally.failure = tally.failure ?? status
      }
    }
  }

  /// Fixes a compilation if asked to, checks it against the weights, and prints it.
  private func fixedAndChecked(_ compilation: Compilation) throws -> Compilation {
    var compilation = compilation
    if fix {
      let pipeline = CompilerPipeline(
        reader: ConfigurationFinder.sourceReader { _ in }, modelName: model.name)
      let fixed = try pipeline.fixed(compilation.file)
      try write(fixed.file, over: compilation.file)
      if !dryRun { compilation = fixed.compilation }
    }
    compilation = try Inputs.checkWeights(weights?.path, fit: compilation)
    if format == .text {
      if !fails(compilation) { try Console.write(verdict(on: compilation)) }
      Inputs.show(compilation, in: language.language)
    }
    return compilation
  }

  private func fails(_ compilation: Compilation) -> Bool {
    compilation.diagnostics.hasErrors || (strict && !compilation.diagnostics.isEmpty)
  }

  private func verdict(on compilation: Compilation) -> String {
    compilation.graphs.map { graph in
      phrases.sound(
        SoundVerdict(
          file: printable(compilation.file.name), model: printable(graph.name),
          input: "\(graph.input)", output: "\(graph.output)",
          weightLayers: graph.totals.weightLayers, parameters: graph.totals.parameters)) + "\n"
    }.joined()
  }

  // MARK: - Fixing

  private func write(_ fixed: SourceFile, over file: SourceFile) throws {
    guard fixed.bytes != file.bytes else { return }
    guard dryRun else {
      try Output.write(fixed.bytes, to: file.name)
      return Console.remark(phrases.wroteFixes(to: file.name), in: language.language)
    }
    let difference = unifiedDiff(of: file.text, and: fixed.text, name: file.name)
    // Machine-readable formats reserve standard output for their report.
    format == .text ? try Console.write(difference) : Console.writeError(difference)
  }

  // MARK: - Printing

  private func print(_ reports: [DiagnosticReport]) throws {
    switch format {
    case .text: return
    case .json: try Console.write(JSONRenderer().render(reports))
    case .sarif:
      let folder = FileManager.default.currentDirectoryPath
      try Console.write(
        SARIFRenderer(version: Version.current, folder: folder).render(reports))
    case .github: try Console.write(GitHubRenderer().render(reports))
    }
  }
}
