import ArgumentParser
import VGGCompiler
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGSpec
import VGGWeightFit
import VGGWeights

/// What a command was given to work on, found and read.
package enum Inputs {
  /// The configuration that FILE names.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why.
  package static func find(_ name: String) throws -> FoundConfiguration {
    try reportingErrors { () throws(MissingConfiguration) in try ConfigurationFinder.find(name) }
  }

  /// The configuration that FILE names, or, without FILE, the only one of the current folder, or else configuration D.
  package static func findOrD(_ name: String?) throws -> FoundConfiguration {
    try find(nameOrD(name))
  }

  /// FILE, or, without FILE, the only configuration of the current folder, or else configuration D, with a remark.
  package static func nameOrD(_ name: String?) throws -> String {
    if let path = try name ?? nameOfOnlyOne() { return path }
    Console.remark("no configuration here; using configuration D")
    return BuiltInConfiguration.d.name
  }

  /// FILE, or, without FILE, the only configuration of the current folder, with a remark.
  ///
  /// - Throws: The exit status for wrong usage, after saying so, where there is not one.
  package static func nameOrOnlyOne(_ name: String?) throws -> String {
    if let path = try name ?? nameOfOnlyOne() { return path }
    Console.reportError("no configuration was named, and there is none here; vggc init writes one")
    throw ExitCode.usage
  }

  /// The files to take where none is named, those of the current folder, with a remark; none where there are none.
  package static func defaultNames() -> [String] {
    let names = ConfigurationFinder.configurationsHere()
    if !names.isEmpty { Console.remark("using \(names.joined(separator: ", "))") }
    return names
  }

  /// The only configuration of the current folder, if there is one, with a remark.
  ///
  /// - Throws: The exit status for wrong usage, after naming them, where there are several.
  private static func nameOfOnlyOne() throws -> String? {
    let names = ConfigurationFinder.configurationsHere()
    guard names.count > 1 else {
      if let name = names.first { Console.remark("using \(name)") }
      return names.first
    }
    Console.reportError(
      "there are several configurations here, so name one: \(listed(names, most: 8))")
    throw ExitCode.usage
  }

  /// Compiles a configuration.
  ///
  /// - Throws: The exit status for wrong usage, after saying which models there are, when the model
  ///   asked for is none.
  package static func compile(
    _ file: SourceFile, model: ModelOptions, input: MapShape? = nil
  ) throws -> Compilation {
    let pipeline = CompilerPipeline(
      reader: ConfigurationFinder.sourceReader(announcing: Console.remark), input: input,
      modelName: model.name)
    do {
      return try pipeline.compile(file)
    } catch {
      throw report(error, in: file)
    }
  }

  /// A compilation with what is wrong with the weights in `path`, if that is given.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why, when `path` is no
  ///   weight file.
  package static func checkWeights(_ path: String?, fit compilation: Compilation) throws
    -> Compilation
  {
    guard let path else { return compilation }
    let weights = try openWeights(path, for: compilation.graphs)
    let names = Dictionary(zip(compilation.graphs.map(\.name), weights.map(\.names))) { first, _ in
      first
    }
    return compilation.checked { graph in
      names[graph.name].flatMap { VGGWeightFit.checkWeights($0, of: path, fit: graph) }
    }
  }

  /// Prints a compilation's diagnostics for people.
  package static func show(_ compilation: Compilation) {
    show(compilation.diagnostics, in: compilation.sources)
  }

  /// Prints diagnostics for people.
  package static func show(_ diagnostics: [Diagnostic], in sources: SourceMap) {
    let stream = Console.Stream.error
    let renderer = TextRenderer(style: stream.style, width: max(stream.width, 80) - 8)
    Console.writeError(
      renderer.render(
        DiagnosticReport(diagnostics, in: sources, phrasebook: EnglishFindings())))
  }

  /// Says which models there are.
  package static func report(_ unknown: UnknownModel, in file: SourceFile) -> ExitCode {
    let suggestion = unknown.nearest.map { "; did you mean \($0)?" } ?? ""
    Console.reportError(
      "\(file.name) has no model \(unknown.name)\(suggestion) (it has \(unknown.known.joined(separator: ", ")))"
    )
    return .usage
  }

  /// Says why there is no such configuration.
  package static func report(_ missing: MissingConfiguration) -> ExitCode {
    Console.reportError("cannot read \(missing.name): \(missing.reason)")
    return .noInput
  }

  private static func reportingErrors<Result>(
    _ body: () throws(MissingConfiguration) -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch {
      throw report(error)
    }
  }
}

extension FoundConfiguration {
  /// Says where the configuration came from, where that is not what the user wrote.
  package func announce() {
    if let remark { Console.remark(remark) }
  }
}
