import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGGraph
import VGGPages

/// All networks of a configuration in one text, as `vggc emit` writes a file with several models.
extension CompiledConfiguration {
  /// Swift source for VGGRuntime with a type for each network.
  public func swiftSource() -> String {
    emitSwift(named, compilation.provenance)
  }

  /// A Python file with a PyTorch module for each network.
  public func pyTorchModules() -> String {
    emitPyTorch(named, compilation.provenance)
  }

  /// A picture of each network, one below the other.
  ///
  /// - Parameter language: The language of the words in the picture.
  public func svg(in language: Language = .english) -> String {
    svgDiagram(graphs, comment: compilation.provenance.sentence, in: language.phrases)
  }

  /// A graph of each network's layers for Graphviz.
  public func dot() -> String {
    dotDiagram(graphs, comment: compilation.provenance.sentence)
  }

  private var named: [NamedNetwork] { networks.map(\.named) }
  private var graphs: [ModelGraph] { networks.map(\.graph) }
}
