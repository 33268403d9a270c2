import VGGDiagnostics

extension CompilerPipeline {
  /// `file` with every fix-it applied, round after round until none is left, and what compiling it then yields.
  ///
  /// - Throws: ``UnknownModel`` when the pipeline's model name is none of the file's.
  package func fixed(_ file: SourceFile) throws(UnknownModel) -> (
    file: SourceFile, compilation: Compilation
  ) {
    var file = file
    var compilation = try compile(file)
    for _ in 0..<10 {
      let bytes = applyFixIts(of: compilation.diagnostics, to: file, compilation.main)
      guard bytes != file.bytes else { break }
      file = SourceFile(name: file.name, bytes: bytes)
      compilation = try compile(file)
    }
    return (file, compilation)
  }
}
