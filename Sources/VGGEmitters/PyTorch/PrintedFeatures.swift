import VGGGraph

/// What `print(model.features)` prints in PyTorch 2.13; ends with a line break.
package func printedFeatures(_ graph: ModelGraph) -> String {
  let lines = TorchModule.modules(of: graph).compactMap { module -> String? in
    guard case .features(let index) = module.layer.position else { return nil }
    return module.layer.kind.torch.printedModule(isInPlace: module.isInPlace).map {
      "  (\(index)): \($0)\n"
    }
  }
  return "Sequential(\n\(lines.joined()))\n"
}
