import Foundation
import Testing
import VGGCompiler
import VGGDiagnostics
import VGGEmitters
import VGGFiles
import VGGGraph
import VGGSpec

/// The graph of a configuration that holds one sound model.
func graph(_ yaml: String) throws -> ModelGraph {
  try #require(graphs(SourceFile(name: "model.yaml", text: yaml)).first)
}

/// The graphs of a file under `Configs`, which is sound.
func graphs(ofConfiguration name: String) throws -> [ModelGraph] {
  let file = Checkout.file("Configs/\(name)")
  return try graphs(SourceFile(name: file.path, text: String(contentsOf: file, encoding: .utf8)))
}

private func graphs(_ file: SourceFile) throws -> [ModelGraph] {
  let reader = SourceReader { path throws(UnreadableFile) in
    try BoundedFileReader(limit: SourceFile.maximumSize).read(path)
  }
  let compilation = try CompilerPipeline(reader: reader).compile(file)
  let errors = compilation.diagnostics.filter { $0.severity == .error }
  #expect(errors.map(\.message) == [], "\(file.name)")
  return compilation.graphs
}

extension Provenance {
  /// The same for every test, so that golden files change only with what is emitted.
  static let test = Provenance(
    version: "0.0.0", source: "model.yaml", sha256: String(repeating: "0123456789abcdef", count: 4))
}
