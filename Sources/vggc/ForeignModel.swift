import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGModelFiles
import VGGPhrasebooks
import VGGWeights

/// Models of other tools, as arguments of commands.
enum ForeignModel {
  /// Reads the file at `path`, and reports parts without a counterpart and parts read differently.
  ///
  /// - Throws: The exit status for input that cannot be read, after saying why.
  static func read(
    _ path: String, weights: String? = nil, in language: Language
  ) throws -> ImportedFile {
    let imported: ImportedFile
    do throws(WeightError) {
      imported = try importFile(path, weights: weights)
    } catch {
      Console.reportError(language.commandPhrases.cannotImport(error))
      throw ExitCode.noInput
    }
    switch imported.outcome {
    case .obstructed(let obstacles):
      var sources = SourceMap()
      _ = sources.add(imported.source)
      Inputs.show(
        obstacles.map { Diagnostic(ForeignPart($0.value), at: $0.range) }.withoutRepeats
          .inSourceOrder,
        of: sources, in: language)
    case .models(let models):
      for model in models.prefix(1) {
        let phrases = language.findings
        let imports = language.importPhrases
        let remarks = imported.remarks.map { imports.words(for: $0) }
        let notes =
          model.unsaid.map(phrases.words)
          + model.differences.map { difference in
            let words: String = phrases.words(for: difference)
            guard case .epsilon = difference, imported.hasWeights else { return words }
            return imports.keepingOutputs(words)
          } + remarks
        for note in notes { Console.remark("\(path): \(note)") }
      }
    }
    return imported
  }

  /// The compilation of the configuration that was made from the file at `path`.
  ///
  /// - Throws: The exit status for a configuration with errors, after saying why: numbers that are each within the
  ///   language's bounds may exceed them together.
  static func sound(
    _ text: String, of path: String, in language: Language
  ) throws -> Compilation {
    let pipeline = CompilerPipeline(
      reader: ConfigurationFinder.sourceReader(announcing: { Inputs.announce($0) }))
    let compilation = pipeline.compileAll(SourceFile(name: path, text: text))
    guard let error = compilation.diagnostics.first(where: { $0.severity == .error }) else {
      return compilation
    }
    let words = error.words(in: language.findings)
    Console.reportError(
      language.commandPhrases.noConfiguration(for: path, words.message), in: language)
    throw ExitCode.unsound
  }

  /// The configuration that `name` stands for, which may be a binary model of another tool.
  ///
  /// - Throws: The exit status for input that cannot be read, or that has no network of the language, after saying why.
  static func findConfiguration(
    _ name: String, in language: Language
  ) throws -> FoundConfiguration {
    guard let format = FileFormat(of: name), [.onnx, .hdf5, .kerasZip].contains(format) else {
      return try Inputs.find(name, in: language)
    }
    let imported = try read(name, in: language)
    guard let text = imported.configuration else { throw ExitCode.unsound }
    _ = try sound(text, of: name, in: language)
    return FoundConfiguration(file: SourceFile(name: name, text: text), substitution: nil)
  }
}
