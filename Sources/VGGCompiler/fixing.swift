import VGGDiagnostics
import VGGFindings

extension CompilerPipeline {
  /// How often fix-its are applied to what fix-its gave; one mistake may hide another.
  private static let fixingRounds = 10

  /// `file` with every safe fix-it applied, round after round until none is left or one undoes another,
  /// and what compiling it then yields.
  ///
  /// - Throws: ``UnknownModel`` when the pipeline's model name is none of the file's.
  package func fixed(_ file: SourceFile) throws(UnknownModel) -> (
    file: SourceFile, compilation: Compilation
  ) {
    var file = file
    var compilation = try compile(file)
    var seen: Set<[UInt8]> = [file.bytes]
    for _ in 0..<Self.fixingRounds {
      let bytes = applyFixIts(of: compilation.diagnostics, to: file, compilation.main)
      // Two layers that share an alias can each ask for what the other does not take.
      guard seen.insert(bytes).inserted else { break }
      file = SourceFile(name: file.name, bytes: bytes)
      compilation = try compile(file)
    }
    return (file, compilation)
  }
}
