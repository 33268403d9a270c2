import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGPages

/// The forms that `vggc emit` writes: equal networks have equal bytes.
extension Network {
  /// Swift source for VGGRuntime with the shapes in its types, as `vggc emit --swift` writes it.
  public func swiftSource() -> String {
    emitSwift([named], provenance)
  }

  /// A Swift package whose program classifies a picture, as `vggc emit --swift --package` writes it.
  ///
  /// - Parameter runtime: The location of VGGRuntime.
  public func swiftPackage(runtime: RuntimePackage) -> [EmittedFile] {
    emitPackage(named, provenance, runtime: runtime.dependency).map(EmittedFile.init)
  }

  /// A Python file with a PyTorch module whose state dict has torchvision's names, as `vggc emit --pytorch` writes it.
  public func pyTorchModule() -> String {
    emitPyTorch([named], provenance)
  }

  /// The features as PyTorch prints them, as `vggc emit --pytorch --sequential` writes them.
  public func pyTorchFeatures() -> String {
    printedFeatures(graph)
  }

  /// A project that trains the network with PyTorch, as `vggc emit --pytorch --train` writes it.
  ///
  /// - Throws: ``UntrainableNetwork`` if there are no weights to train or no classes to distinguish, or if no picture has
  ///   as many channels as the network takes.
  public func pyTorchTrainingProject() throws(UntrainableNetwork) -> [EmittedFile] {
    do {
      return try emitTraining(named, provenance).map(EmittedFile.init)
    } catch {
      throw UntrainableNetwork(error)
    }
  }

  /// The network as JSON, as `vggc emit --json` writes it; `Docs/schema/graph.schema.json` describes it.
  ///
  /// - Throws: `EncodingError`, which no checked network causes.
  public func json() throws -> String {
    try emitJSON(graph, provenance)
  }

  /// A picture of the feature maps for light and dark themes, as `vggc emit --svg` writes it.
  ///
  /// - Parameter language: The language of the words in the picture.
  public func svg(in language: Language = .english) -> String {
    svgDiagram([graph], comment: provenance.sentence, in: language.phrases)
  }

  /// The graph of the layers for Graphviz, as `vggc emit --dot` writes it.
  public func dot() -> String {
    dotDiagram([graph], comment: provenance.sentence)
  }

  var provenance: Provenance { compilation.provenance(of: graph) }
}

/// The error that a network cannot be trained on pictures.
public struct UntrainableNetwork: Error, CustomStringConvertible {
  /// The reason in English, in words that complete "cannot train NAME: …".
  public let description: String

  init(_ error: VGGEmitters.UntrainableNetwork) {
    description = error.reason
  }
}
