import VGGGraph

/// A layer as a module of `torch.nn`.
struct TorchModule: Hashable, Sendable {
  let layer: Layer
  /// The layer's name in the paper, such as `conv1_1`.
  let paperName: String
  /// Whether an activation overwrites its input.
  let isInPlace: Bool
  /// For example: `nn.MaxPool2d(kernel_size=2, stride=2)`.
  let constructor: PythonExpression

  /// The modules of a network in their order; flattening is none, for `forward` calls it.
  static func modules(of graph: ModelGraph) -> [TorchModule] {
    let names = PaperNames(graph.layers).names
    let before = [nil] + graph.layers.map(Optional.some)
    return zip(zip(before, graph.layers), names).compactMap { layers, name in
      TorchModule(layers.1, after: layers.0, named: name)
    }
  }

  private init?(_ layer: Layer, after before: Layer?, named name: String) {
    isInPlace =
      layer.kind.group == .activation && before?.kind.torch.mayBeOverwritten == true
    guard let constructor = layer.kind.torch.module(isInPlace: isInPlace) else { return nil }
    self.layer = layer
    paperName = name
    self.constructor = constructor
  }
}
