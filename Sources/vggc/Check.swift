import ArgumentParser
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

  @Argument(help: "Paths, - for standard input, or names of built-in configurations.", completion: .file())
  var files: [String] = []

  @OptionGroup var model: ModelOptions

  @Option(help: "How to print findings; all but text go to standard output.")
  var format: Format = .text

  @Option(help: "Check that this safetensors file's weights fit the network, too.", completion: .file())
  var weights: String?

  @Flag(help: "Let warnings fail the check, too.")
  var strict = false

  @Flag(help: "Write the suggested replacements into the files.")
  var fix = false

  @Flag(help: "With --fix: show the difference, and write nothing.")
  var dryRun = false

  func validate() throws {
    if dryRun && !fix { throw ValidationError("--dry-run goes with --fix") }
    if fix, let file = files.first(where: { $0 == "-" }) {
      throw ValidationError("--fix needs a file to write to, and \(file) is standard input")
    }
  }

  func run() throws {
    var isUnsound = false
    var failure: ExitCode?
    var reports: [DiagnosticReport] = []
    for name in try names() {
      do {
        let compilation = try check(name)
        isUnsound = isUnsound || fails(compilation)
        if format == .text { Inputs.show(compilation) }
        reports.append(
          DiagnosticReport(sources: compilation.sources, diagnostics: compilation.diagnostics))
      } catch let status as ExitCode {
        failure = failure ?? status
      }
    }
    try print(reports)
    if let failure { throw failure }
    if isUnsound { throw ExitCode.unsound }
  }

  /// What to check: what was named, or else `vgg.yaml`, or else the files of the folder `Configs`.
  private func names() throws -> [String] {
    guard files.isEmpty else { return files }
    if try Inputs.findDefault() != nil {
      Console.remark("using \(ConfigurationFinder.defaultFile)")
      return [ConfigurationFinder.defaultFile]
    }
    let found = ConfigurationFinder.configurationFolderFiles()
    guard let first = found.first else {
      Console.complain(
        "no FILE was named, and there is neither \(ConfigurationFinder.defaultFile) nor a folder Configs here")
      throw ExitCode.noInput
    }
    let folder = first.split(separator: "/").first ?? ""
    Console.remark("checking the \(found.count) files in \(folder)")
    return found
  }

  private func check(_ name: String) throws -> Compilation {
    let found = try Inputs.find(name)
    found.announce()
    let compilation = try Inputs.checkWeights(
      weights, fit: fix ? try fixed(found.file) : try Inputs.compile(found.file, model: model))
    if format == .text, !fails(compilation) { try Console.write(verdict(on: compilation)) }
    return compilation
  }

  private func fails(_ compilation: Compilation) -> Bool {
    compilation.diagnostics.hasErrors || (strict && !compilation.diagnostics.isEmpty)
  }

  private func verdict(on compilation: Compilation) -> String {
    compilation.graphs.map { graph in
      "\(printable(compilation.file.name)): \(printable(graph.name)) is sound: "
        + "\(graph.input) -> \(graph.output), \(graph.totals.weightLayers) weight layers, "
        + "\(grouped(graph.totals.parameters)) parameters\n"
    }.joined()
  }

  // MARK: - Fixing

  private func fixed(_ file: SourceFile) throws -> Compilation {
    let pipeline = CompilerPipeline(reader: ConfigurationFinder.sourceReader, modelName: model.name)
    let result: (file: SourceFile, compilation: Compilation)
    do {
      result = try pipeline.fixed(file)
    } catch {
      throw Inputs.complaint(about: error, in: file)
    }
    guard result.file.bytes != file.bytes else { return result.compilation }
    let (old, new) = (file.text(0..<file.bytes.count), result.file.text(0..<result.file.bytes.count))
    if dryRun {
      try Console.write(unifiedDiff(of: old, and: new, name: file.name))
    } else {
      try Output.write(result.file.bytes, to: file.name)
      Console.remark("fixed \(file.name)")
    }
    return result.compilation
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
