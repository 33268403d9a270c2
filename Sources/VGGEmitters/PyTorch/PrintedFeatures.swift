import VGGDiagnostics
import VGGGraph

/// The output of `print(model.features)` in PyTorch 2.13; ends with a line break.
package func printedFeatures(_ graph: ModelGraph) -> String {
  TextSink.text { writeFeatures(graph, to: $0) }
}

/// The same, written layer by layer.
package func writeFeatures(_ graph: ModelGraph, to sink: TextSink) {
  sink.write("Sequential(\n")
  for module in TorchModules(graph, PaperNames(graph.layers).names) {
    guard case .features(let index) = module.layer.position else { continue }
    if let printed = module.layer.kind.torch.printedModule(isInPlace: module.isInPlace) {
      sink.write("  (\(index)): \(printed)\n")
    }
  }
  sink.write(")\n")
}
