import ArgumentParser
import VGGCompiler
import VGGDiagnostics
import VGGFindings
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

  /// The configuration that FILE names, or, without FILE, `vgg.yaml`, or else configuration D.
  package static func findOrD(_ name: String?) throws -> FoundConfiguration {
    if let name { return try find(name) }
    if let found = try findDefault() { return found }
    return try find(nameOrD(nil))
  }

  /// FILE, or, without FILE, `vgg.yaml`, or else configuration D, with a remark.
  package static func nameOrD(_ name: String?) throws -> String {
    if let name { return name }
    if let found = try findDefault() {
      found.announce()
      return found.file.name
    }
    Console.remark("no \(ConfigurationFinder.defaultFile) here; using configuration D")
    return BuiltInConfiguration.d.name
  }

  /// The file to take where none is named, `vgg.yaml`, with a remark; nothing where it is not there.
  package static func defaultNames() throws -> [String] {
    guard let found = try findDefault() else { return [] }
    found.announce()
    return [found.file.name]
  }

  /// `vgg.yaml`, if it is there.
  package static func findDefault() throws -> FoundConfiguration? {
    try reportingErrors { () throws(MissingConfiguration) in try ConfigurationFinder.findDefault() }
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
