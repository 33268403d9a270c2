import VGGGraph

/// What `print(model.features)` prints in PyTorch 2.13; ends with a line break.
package func printedFeatures(_ graph: ModelGraph) -> String {
  let lines = TorchModule.modules(of: graph).compactMap { module -> String? in
    guard case .features(let index) = module.layer.position else { return nil }
    return module.printed.map { "  (\(index)): \($0)\n" }
  }
  return "Sequential(\n\(lines.joined()))\n"
}

extension TorchModule {
  /// `nil` for what does not stand among the features.
  fileprivate var printed: String? {
    switch layer.kind {
    case .conv2d(let conv): conv.printedModule
    case .batchNorm2d(let norm): norm.printedModule
    case .maxPool2d(let pool): pool.printedModule
    case .avgPool2d(let pool): pool.printedModule
    case .localResponseNorm(let norm): norm.printedModule
    case .dropout(let dropout): dropout.printedModule
    case .relu: isInPlace ? "ReLU(inplace=True)" : "ReLU()"
    case .adaptiveAvgPool2d, .flatten, .linear, .softmax: nil
    }
  }
}
