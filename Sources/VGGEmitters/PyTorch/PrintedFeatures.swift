import VGGGraph

/// What `print(model.features)` prints in PyTorch 2.13; ends with a line break.
package func printedFeatures(_ graph: ModelGraph) -> String {
  let lines = TorchModule.modules(of: graph).compactMap { module in
    guard case .features(let index) = module.layer.position else { return nil as String? }
    return "  (\(index)): \(module.printed)\n"
  }
  return lines.isEmpty ? "Sequential()\n" : "Sequential(\n\(lines.joined()))\n"
}
