import VGGDiagnostics
import VGGGraph

extension English {
  package func diagramTitle(_ networks: String) -> String { "Feature maps of \(networks)" }

  package func diagramHeading(_ graph: ModelGraph) -> String {
    let totals = graph.totals
    return """
      \(graph.input) to \(graph.output): \(counted(totals.weightLayers, "weight layer")), \
      \(counted(totals.parameters, "parameter")), \(counted(totals.macs, "MAC"))
      """
  }

  package func meaning(of kind: VolumeKind, isNormalized: Bool, activations: [String]) -> String {
    switch kind {
    case .image: "image"
    case .convolution:
      (["convolution"] + (isNormalized ? ["batch normalisation"] : []) + activations)
        .joined(separator: ", ")
    case .pooling: "pooling"
    case .normalization: "local response normalisation"
    case .flatten: "flattened map"
    case .linear: "fully connected layer"
    case .softmax: "softmax"
    }
  }

  package func repeated(_ count: Int, from first: String, to last: String) -> String {
    "\(grouped(count)) x \(first) to \(last)"
  }

  package func box(
    _ names: String, operations: [String], gives shape: Shape, parameters: Int
  ) -> String {
    let made = operations.isEmpty ? "" : "\(operations.joined(separator: ", ")) outputs "
    let learned = parameters == 0 ? "" : ", \(counted(parameters, "parameter"))"
    return "\(names): \(made)\(shape)\(learned)"
  }

  package func tapped(_ names: [String]) -> String { "output: \(names.joined(separator: ", "))" }

  package var tapMeaning: String { "additional output" }

  package func omitted(_ count: Int) -> String { "\(grouped(count)) more" }
}
