import VGGGraph

/// A checked network and the name of its generated Swift type.
package struct NamedNetwork: Sendable {
  package let graph: ModelGraph
  /// The type's name, unique among the networks of a file even if letter case is ignored.
  package let typeName: String

  package init(_ graph: ModelGraph, typeName: String) {
    self.graph = graph
    self.typeName = typeName
  }

  /// Makes a single network, whose type name follows from its own name.
  package init(_ graph: ModelGraph) {
    self.init(graph, typeName: SwiftNamer.typeName(graph.name))
  }
}
