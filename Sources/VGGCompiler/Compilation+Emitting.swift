import VGGEmitters
import VGGGraph

/// What emitters take of a compilation.
extension Compilation {
  /// The sound models under the names of their Swift types.
  ///
  /// All models of the file count when names are told apart, so that a model has the same name
  /// whether it was chosen or not.
  package var networks: [NamedNetwork] {
    let typeNames = Dictionary(
      zip(modelNames, SwiftNamer.typeNames(modelNames)), uniquingKeysWith: { first, _ in first })
    return graphs.map { graph in
      NamedNetwork(graph, typeName: typeNames[graph.name] ?? SwiftNamer.typeName(graph.name))
    }
  }

  /// Where text emitted of all models comes from.
  package var provenance: Provenance { provenance(choosing: nil) }

  /// Where text emitted of one model comes from: it is named where the file holds several.
  package func provenance(of graph: ModelGraph) -> Provenance {
    provenance(choosing: modelNames.count > 1 ? graph.name : nil)
  }

  /// Where text emitted of all models comes from, for a file that goes by another name than the one by
  /// which it was read.
  package func provenance(named source: String) -> Provenance {
    provenance(choosing: nil, named: source)
  }

  private func provenance(choosing model: String?, named source: String? = nil) -> Provenance {
    Provenance(
      version: Version.current, source: source ?? file.name, sha256: digest.sha256, model: model)
  }
}
