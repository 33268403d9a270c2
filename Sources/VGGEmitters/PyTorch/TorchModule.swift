import VGGGraph

/// A layer as a module of `torch.nn`: how it is made, and how PyTorch prints it.
struct TorchModule: Hashable, Sendable {
  let layer: Layer
  /// The layer's name in the paper, such as `conv1_1`.
  let paperName: String
  /// For example: `nn.MaxPool2d(kernel_size=2, stride=2)`.
  let constructor: PythonExpression
  /// As PyTorch 2.13 prints it.
  let printed: String

  /// The modules of a network in their order; flattening is none, for `forward` calls it.
  static func modules(of graph: ModelGraph) -> [TorchModule] {
    let names = PaperNames(graph.layers).names
    let before = [nil] + graph.layers.map(Optional.some)
    return zip(zip(before, graph.layers), names).compactMap { layers, name in
      let (before, layer) = layers
      return layer.module(after: before).map { constructor, printed in
        TorchModule(layer: layer, paperName: name, constructor: constructor, printed: printed)
      }
    }
  }
}

extension Layer {
  fileprivate func module(after before: Layer?) -> (PythonExpression, String)? {
    switch kind {
    case .conv2d(let conv): (conv.module, conv.printedModule)
    case .batchNorm2d(let norm): (norm.module, norm.printedModule)
    case .maxPool2d(let pool): (pool.module, pool.printedModule)
    case .avgPool2d(let pool): (pool.module, pool.printedModule)
    case .localResponseNorm(let norm): (norm.module, norm.printedModule)
    case .adaptiveAvgPool2d(let pool): (pool.module, pool.printedModule)
    case .linear(let linear): (linear.module, linear.printedModule)
    case .dropout(let dropout): (dropout.module, dropout.printedModule)
    case .softmax: (.call("nn.Softmax", [PythonArgument("dim", .integer(1))]), "Softmax(dim=1)")
    case .relu: relu(after: before)
    case .flatten: nil
    }
  }

  /// torchvision's ReLU works in place; so does this one, where nothing else needs its input.
  ///
  /// The image is the caller's, and the backward pass of some layers, softmax among them, reads
  /// what they gave.
  private func relu(after before: Layer?) -> (PythonExpression, String) {
    switch before?.kind {
    case .conv2d, .batchNorm2d, .linear:
      (.call("nn.ReLU", [PythonArgument("inplace", .boolean(true))]), "ReLU(inplace=True)")
    default: (.call("nn.ReLU"), "ReLU()")
    }
  }
}
