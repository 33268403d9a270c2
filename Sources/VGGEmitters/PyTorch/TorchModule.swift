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

  /// `nil` if the layer is not a module: `forward` calls flattening as a function.
  ///
  /// - Parameter before: The previous layer; `nil` if it may not be overwritten.
  fileprivate init?(_ layer: Layer, overwriting before: Layer?, named name: String) {
    isInPlace =
      layer.kind.group == .activation && before?.kind.torch.mayBeOverwritten == true
    guard let constructor = layer.kind.torch.module(isInPlace: isInPlace) else { return nil }
    self.layer = layer
    paperName = name
    self.constructor = constructor
  }
}

/// The modules of a network in order, made one by one.
struct TorchModules: Sequence, IteratorProtocol {
  private var layers: EnumeratedSequence<Zip2Sequence<[Layer], [String]>>.Iterator
  /// The previous layer; `nil` if it is tapped, since its values then belong to the caller.
  private var before: Layer?
  private let tapped: Set<Int>

  /// - Parameter names: The layers' names in the paper.
  init(_ graph: ModelGraph, _ names: [String]) {
    layers = zip(graph.layers, names).enumerated().makeIterator()
    tapped = Set(graph.taps.map(\.layer))
  }

  mutating func next() -> TorchModule? {
    while let (index, (layer, name)) = layers.next() {
      let module = TorchModule(layer, overwriting: before, named: name)
      before = tapped.contains(index) ? nil : layer
      if let module { return module }
    }
    return nil
  }
}
