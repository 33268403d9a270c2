import VGGDiagnostics
import VGGFindings

extension CompilerPipeline {
  /// The maximum number of rounds in which fix-its are applied; one mistake may hide another.
  private static let fixingRounds = 10

  /// `file` with every safe fix-it applied, round after round until none is left or one undoes another,
  /// and the compilation of the result.
  ///
  /// - Throws: ``UnknownModel`` if the pipeline's model name is not in the file.
  package func fixed(_ file: SourceFile) throws(UnknownModel) -> (
    file: SourceFile, compilation: Compilation
  ) {
    let compilation = try fixed(compile(file)) { file throws(UnknownModel) in try compile(file) }
    return (compilation.file, compilation)
  }

  /// A compilation of every model, with every safe fix-it applied to its file.
  package func fixedAll(_ compilation: Compilation) -> Compilation {
    fixed(compilation) { compileAll($0) }
  }

  private func fixed<Failure: Error>(
    _ compilation: Compilation, compile: (SourceFile) throws(Failure) -> Compilation
  ) throws(Failure) -> Compilation {
    var compilation = compilation
    var seen: Set<[UInt8]> = [compilation.file.bytes]
    for _ in 0..<Self.fixingRounds {
      let file = compilation.file
      let bytes = applyFixIts(of: compilation.diagnostics, to: file, compilation.main)
      // Two layers that share an alias can each ask for a value that the other rejects.
      guard seen.insert(bytes).inserted else { break }
      compilation = try compile(SourceFile(name: file.name, bytes: bytes))
    }
    return compilation
  }
}
