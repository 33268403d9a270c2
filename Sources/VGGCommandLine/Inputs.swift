import ArgumentParser
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGSpec
import VGGWeightFit
import VGGWeights

/// The inputs of a command, found and read.
package enum Inputs {
  /// The configuration that FILE names.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why.
  package static func find(
    _ name: String, in language: Language = Console.language
  ) throws -> FoundConfiguration {
    do {
      return try ConfigurationFinder.find(name)
    } catch {
      throw report(error, in: language)
    }
  }

  /// The configuration that FILE names, or, without FILE, the only one of the current folder, or else configuration D.
  package static func findOrD(
    _ name: String?, in language: Language
  ) throws -> FoundConfiguration {
    try find(nameOrD(name, in: language), in: language)
  }

  /// FILE, or, without FILE, the only configuration of the current folder, or else configuration D, with a remark.
  package static func nameOrD(_ name: String?, in language: Language) throws -> String {
    if let path = try name ?? nameOfOnlyOne(in: language) { return path }
    Console.remark(language.commandPhrases.usingConfigurationD, in: language)
    return BuiltInConfiguration.d.name
  }

  /// FILE, or, without FILE, the only configuration of the current folder, with a remark.
  ///
  /// - Throws: The exit status for a usage error, after saying so, unless there is exactly one.
  package static func nameOrOnlyOne(_ name: String?, in language: Language) throws -> String {
    if let path = try name ?? nameOfOnlyOne(in: language) { return path }
    Console.reportError(language.commandPhrases.noConfigurationNamed, in: language)
    throw ExitCode.usage
  }

  /// The files to take if none is named: those of the current folder, with a remark; empty if there are none.
  package static func defaultNames(in language: Language) -> [String] {
    let names = ConfigurationFinder.configurationsHere()
    if !names.isEmpty { Console.remark(language.commandPhrases.using(names), in: language) }
    return names
  }

  /// The only configuration of the current folder, if there is one, with a remark.
  ///
  /// - Throws: The exit status for a usage error, after naming them, if there are several.
  private static func nameOfOnlyOne(in language: Language) throws -> String? {
    let names = ConfigurationFinder.configurationsHere()
    guard names.count > 1 else {
      if let name = names.first {
        Console.remark(language.commandPhrases.using([name]), in: language)
      }
      return names.first
    }
    Console.reportError(
      language.commandPhrases.severalConfigurations(listed(names, most: 8)), in: language)
    throw ExitCode.usage
  }

  /// Compiles a configuration.
  ///
  /// - Throws: The exit status for a usage error, after listing the models, if the requested model does
  ///   not exist.
  package static func compile(
    _ file: SourceFile, model: ModelOptions, input: MapShape? = nil, in language: Language
  ) throws -> Compilation {
    let pipeline = CompilerPipeline(
      reader: ConfigurationFinder.sourceReader(announcing: { Inputs.announce($0) }), input: input,
      modelName: model.name)
    do {
      return try pipeline.compile(file)
    } catch {
      throw report(error, in: file, language)
    }
  }

  /// A compilation with diagnostics for the weights in `path`, if given.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why, if `path` is not a
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

  /// Prints a compilation's diagnostics as text.
  package static func show(_ compilation: Compilation, in language: Language) {
    show(compilation.diagnostics, of: compilation.sources, in: language)
  }

  /// Prints diagnostics as text.
  package static func show(
    _ diagnostics: [Diagnostic], of sources: SourceMap, in language: Language
  ) {
    let stream = Console.Stream.error
    let renderer = TextRenderer(style: stream.style, width: max(stream.width, 80) - 8)
    Console.writeError(
      renderer.render(
        DiagnosticReport(diagnostics, in: sources, phrasebook: language.findings)))
  }

  /// Reports which models there are.
  package static func report(
    _ unknown: UnknownModel, in file: SourceFile, _ language: Language
  ) -> ExitCode {
    let message = language.commandPhrases.noModel(
      unknown.name, in: file.name, nearest: unknown.nearest,
      known: unknown.known.joined(separator: ", "))
    Console.reportError(message, in: language)
    return .usage
  }

  /// Reports which file is used for another name.
  package static func announce(_ substitution: FileSubstitution) {
    Console.remark(
      Console.language.commandPhrases.using(substitution.path, for: substitution.name))
  }

  /// Reports why there is no such configuration.
  package static func report(
    _ missing: MissingConfiguration, in language: Language = Console.language
  ) -> ExitCode {
    Console.reportError(
      language.commandPhrases.cannotRead(missing), in: language)
    return .noInput
  }
}

extension FoundConfiguration {
  /// Reports where the configuration was found, if that is not what the user wrote.
  package func announce() {
    if let substitution { Inputs.announce(substitution) }
  }
}
