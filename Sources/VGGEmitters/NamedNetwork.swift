import VGGGraph

/// A checked network and the name of the Swift type that it becomes.
package struct NamedNetwork: Sendable {
  package let graph: ModelGraph
  /// No other network of the same file has it, in whatever letter case.
  package let typeName: String

  package init(_ graph: ModelGraph, typeName: String) {
    self.graph = graph
    self.typeName = typeName
  }

  /// A network that stands alone, and so has the name that its own gives.
  package init(_ graph: ModelGraph) {
    self.init(graph, typeName: SwiftNamer.typeName(graph.name))
  }
}
