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
    var file = file
    var compilation = try compile(file)
    var seen: Set<[UInt8]> = [file.bytes]
    for _ in 0..<Self.fixingRounds {
      let bytes = applyFixIts(of: compilation.diagnostics, to: file, compilation.main)
      // Two layers that share an alias can each ask for a value that the other rejects.
      guard seen.insert(bytes).inserted else { break }
      file = SourceFile(name: file.name, bytes: bytes)
      compilation = try compile(file)
    }
    return (file, compilation)
  }
}
