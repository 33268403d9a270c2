import VGGGraph

/// A layer as a module of `torch.nn`.
struct TorchModule {
  let layer: Layer
  /// The layer's name in the paper, such as `conv1_1`.
  let paperName: String
  /// Whether an activation overwrites its input.
  let isInPlace: Bool
  /// For example: `nn.MaxPool2d(kernel_size=2, stride=2)`.
  let constructor: PythonExpression

  /// `nil` for what is no module: `forward` calls flattening as a function.
  fileprivate init?(_ layer: Layer, after before: Layer?, named name: String) {
    isInPlace =
      layer.kind.group == .activation && before?.kind.torch.mayBeOverwritten == true
    guard let constructor = layer.kind.torch.module(isInPlace: isInPlace) else { return nil }
    self.layer = layer
    paperName = name
    self.constructor = constructor
  }
}

/// The modules of a network in their order, made one by one.
struct TorchModules: Sequence, IteratorProtocol {
  private var layers: Zip2Sequence<[Layer], [String]>.Iterator
  private var before: Layer?

  /// - Parameter names: The layers' names in the paper.
  init(_ layers: [Layer], _ names: [String]) {
    self.layers = zip(layers, names).makeIterator()
  }

  mutating func next() -> TorchModule? {
    while let (layer, name) = layers.next() {
      let module = TorchModule(layer, after: before, named: name)
      before = layer
      if let module { return module }
    }
    return nil
  }
}
