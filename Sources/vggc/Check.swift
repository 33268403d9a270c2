import ArgumentParser
import VGGCommandLine
import VGGCompiler
import VGGDiagnostics

/// `vggc check`: everything that is wrong with a configuration, at its line and column.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report everything that is wrong with configurations, at its line and column.",
    discussion: """
      Without FILE, checks vgg.yaml in the current folder, or every file directly under Configs.

      Examples:
        vggc check Configs/custom.yaml
        vggc check --strict Configs/*.yaml
        vggc check --fix --dry-run Configs/custom.yaml
        vggc check --format sarif Configs/*.yaml > vggc.sarif

      Exit status: 0 sound, 1 errors (warnings too under --strict), 64 wrong usage, 66 a file that cannot be \
      read, 73 a file that cannot be written.
      """)

  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
    case github
  }

  @Argument(
    help: "Paths, - for standard input, or names of built-in configurations.", completion: .file())
  var files: [String] = []

  @OptionGroup var model: ModelOptions

  @Option(help: "How to print findings; all but text go to standard output.")
  var format: Format = .text

  @Option(
    help: "Check that this weight file, safetensors or .pth, fits, too.", completion: .file())
  var weights: String?

  @Flag(help: "Let warnings fail the check, too.")
  var strict = false

  @Flag(help: "Write the suggested replacements into the files.")
  var fix = false

  @Flag(help: "With --fix: show the difference, write nothing, and report the file as it is.")
  var dryRun = false

  func validate() throws {
    if dryRun && !fix { throw ValidationError("--dry-run goes with --fix") }
    if fix, files.contains("-") {
      throw ValidationError("--fix needs a file to write to, and - is standard input")
    }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once only")
    }
  }

  func run() throws {
    var isUnsound = false
    var failure: ExitCode?
    var reports: [DiagnosticReport] = []
    var unknown: [(file: SourceFile, model: UnknownModel)] = []
    let names = try names()
    for name in names {
      do {
        let found = try Inputs.find(name)
        found.announce()
        do {
          let compilation = try check(found.file)
          isUnsound = isUnsound || fails(compilation)
          reports.append(
            DiagnosticReport(
              sources: compilation.sources, diagnostics: compilation.diagnostics))
        } catch let model as UnknownModel {
          unknown.append((found.file, model))
        }
      } catch let status as ExitCode {
        failure = failure ?? status
      }
    }
    try print(reports)
    if let failure { throw failure }
    // Of several files, not every one must have the model.
    if let first = unknown.first, unknown.count == names.count {
      throw Inputs.complaint(about: first.model, in: first.file)
    }
    if isUnsound { throw ExitCode.unsound }
  }

  /// What to check: what was named, or else `vgg.yaml`, or else the files of the folder `Configs`.
  private func names() throws -> [String] {
    let named = try files.isEmpty ? Inputs.defaultNames() : files
    guard named.isEmpty else { return named }
    let found = ConfigurationFinder.configurationFolderFiles()
    guard let first = found.first else {
      Console.complain(
        "no FILE was named, and here is neither \(ConfigurationFinder.defaultFile) nor a folder Configs with "
          + "YAML files"
      )
      throw ExitCode.noInput
    }
    let folder = first.split(separator: "/").first ?? ""
    Console.remark("checking the \(found.count) files in \(folder)")
    return found
  }

  private func check(_ file: SourceFile) throws -> Compilation {
    let pipeline = CompilerPipeline(
      reader: ConfigurationFinder.sourceReader(announcing: Console.remark), modelName: model.name)
    var compilation = try pipeline.compile(file)
    if fix {
      let fixed = try pipeline.fixed(file)
      try write(fixed.file, over: file)
      if !dryRun { compilation = fixed.compilation }
    }
    compilation = try Inputs.checkWeights(weights, fit: compilation)
    if format == .text {
      if !fails(compilation) { try Console.write(verdict(on: compilation)) }
      Inputs.show(compilation)
    }
    return compilation
  }

  private func fails(_ compilation: Compilation) -> Bool {
    compilation.diagnostics.hasErrors || (strict && !compilation.diagnostics.isEmpty)
  }

  private func verdict(on compilation: Compilation) -> String {
    compilation.graphs.map { graph in
      "\(printable(compilation.file.name)): \(printable(graph.name)) is sound: "
        + "\(graph.input) -> \(graph.output), \(counted(graph.totals.weightLayers, "weight layer")), "
        + "\(counted(graph.totals.parameters, "parameter"))\n"
    }.joined()
  }

  // MARK: - Fixing

  private func write(_ fixed: SourceFile, over file: SourceFile) throws {
    guard fixed.bytes != file.bytes else { return }
    guard dryRun else {
      try Output.write(fixed.bytes, to: file.name)
      return Console.remark("fixed \(file.name)")
    }
    let (old, new) = (file.text(0..<file.bytes.count), fixed.text(0..<fixed.bytes.count))
    let difference = unifiedDiff(of: old, and: new, name: file.name)
    // A machine format has standard output for itself.
    format == .text ? try Console.write(difference) : Console.writeError(difference)
  }

  // MARK: - Printing

  private func print(_ reports: [DiagnosticReport]) throws {
    switch format {
    case .text: return
    case .json: try Console.write(JSONRenderer().render(reports))
    case .sarif: try Console.write(SARIFRenderer(version: Version.current).render(reports))
    case .github: try Console.write(GitHubRenderer().render(reports))
    }
  }
}
