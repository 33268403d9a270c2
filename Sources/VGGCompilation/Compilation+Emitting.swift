import VGGEmitters
import VGGGraph

/// The parts of a compilation that emitters need.
extension Compilation {
  /// The valid models under the names of their Swift types.
  ///
  /// Names are made distinct among all models of the file, so that a model has the same name
  /// whether it was chosen or not.
  package var networks: [NamedNetwork] {
    let typeNames = Dictionary(
      zip(modelNames, SwiftNamer.typeNames(modelNames)), uniquingKeysWith: { first, _ in first })
    return graphs.map { graph in
      NamedNetwork(graph, typeName: typeNames[graph.name] ?? SwiftNamer.typeName(graph.name))
    }
  }

  /// The origin of text emitted for all models. The file is named without its folder, so that the text does not depend
  /// on where the file is.
  package var provenance: Provenance { provenance(choosing: nil) }

  /// The origin of text emitted for one model, which is named if the file holds several.
  package func provenance(of graph: ModelGraph) -> Provenance {
    provenance(choosing: modelNames.count > 1 ? graph.name : nil)
  }

  /// The origin of text emitted for all models, for a file that now has another name than when
  /// it was read.
  package func provenance(named source: String) -> Provenance {
    provenance(choosing: nil, named: source)
  }

  private func provenance(choosing model: String?, named source: String? = nil) -> Provenance {
    let fileName = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return Provenance(
      version: Version.current, source: source ?? fileName, sha256: digest.sha256, model: model)
  }
}
