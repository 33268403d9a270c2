/// One reading of the names in a file: the layers that they show, at torchvision's places.
struct NameReading: Hashable, Sendable {
  /// A layer at a place in `features` or `classifier`.
  struct Placed: Hashable, Sendable {
    let layer: LayerTensors
    let kind: LayerTensors.Kind
    /// The weight's extents in PyTorch's order.
    let shape: [Int]
    var index: Int

    init(
      _ layer: LayerTensors, _ kind: LayerTensors.Kind, at index: Int,
      in tensors: [TensorDescription]
    ) {
      (self.layer, self.kind, self.index) = (layer, kind, index)
      shape =
        layer.weight.map { pyTorchShape(of: tensors[$0].shape, kind, isKerass: layer.isKerass) }
        ?? []
    }

    var isNorm: Bool {
      if case .norm = kind { true } else { false }
    }
  }

  /// The precision with which the names show where the layers of `features` are.
  enum Places: Hashable, Sendable {
    /// Each has its index, which determines where pooling layers are.
    case exact
    /// The ends of blocks, by the number of layers before, are known; a pooling layer is at each. Other layers
    /// without weights are unknown.
    case blocks
    /// Only the order is known; the indices are those without pooling layers.
    case order
  }

  /// Convolutions and batch normalisations, by their indices.
  var features: [Placed]
  private(set) var places: Places
  /// Linear layers, by their indices.
  var classifier: [Placed]
  /// Whether the names have the linear layers' indices; otherwise they are torchvision's, with places for
  /// dropout.
  let hasClassifierPlaces: Bool
  /// Whether the classifier has no other layers with tensors.
  let isClassifierWhole: Bool
  /// The words before the names of the network's layers, if a convention shows them.
  let prefix: [String]?
  /// The indices in the file of tensors that do not belong to these layers.
  let unread: [Int]

  init(
    features: [Placed], places: Places, prefix: [String]?, classifier: [Placed],
    hasClassifierPlaces: Bool, isClassifierWhole: Bool, of count: Int
  ) {
    (self.features, self.places, self.prefix) = (features, places, prefix)
    (self.classifier, self.hasClassifierPlaces) = (classifier, hasClassifierPlaces)
    self.isClassifierWhole = isClassifierWhole
    let read = Set((features + classifier).flatMap { $0.layer.parts.values })
    unread = (0..<count).filter { !read.contains($0) }
  }

  /// The output channels of the last convolution.
  var lastChannels: Int? {
    features.last { !$0.isNorm }?.shape.first
  }

  /// Whether any layer was found.
  var isEmpty: Bool { features.isEmpty && classifier.isEmpty }
}

private func pyTorchShape(
  of shape: [Int], _ kind: LayerTensors.Kind, isKerass: Bool
) -> [Int] {
  switch kind {
  case .convolution where isKerass: [shape[3], shape[2], shape[0], shape[1]]
  case .linear(let inputs, let outputs): [outputs, inputs]
  case .convolution, .norm: shape
  }
}

// MARK: - Network

extension NameReading {
  /// The same layers at a network's places, as far as the layers are the same in the same order, and the names
  /// do not contradict it.
  func placed(like network: NameReading) -> NameReading {
    var copy = self
    if canTakeFeatures(of: network) {
      for index in features.indices { copy.features[index].index = network.features[index].index }
      copy.places = .exact
    }
    for index in 0..<linearsAlike(network) {
      copy.classifier[index].index = network.classifier[index].index
    }
    return copy
  }

  private func canTakeFeatures(of network: NameReading) -> Bool {
    guard places != .exact, features.count == network.features.count,
      zip(features, network.features).enumerated().allSatisfy({ index, pair in
        pair.0.isSameLayer(as: pair.1, isFirst: index == 0)
      })
    else { return false }
    // At the end of a block in the file, the network has a place for a pooling layer; nowhere else.
    return places == .order
      || zip(gaps, network.gaps).allSatisfy { !$0 || $1 }
  }

  /// Whether there is room for more than a ReLU, between each layer of `features` and the next.
  private var gaps: [Bool] {
    zip(features, features.dropFirst()).map { layer, next in
      next.index - layer.index > (next.isNorm ? 1 : 2)
    }
  }

  /// The number of linear layers, from the first, that can have the network's places.
  private func linearsAlike(_ network: NameReading) -> Int {
    guard isClassifierWhole, !hasClassifierPlaces || hasSameNeighbours(network) else { return 0 }
    if classifier.count == network.classifier.count { return classifier.count }
    let alike = zip(classifier, network.classifier).prefix { $0.shape == $1.shape }.count
    // The others keep their places, which must stay free.
    let taken = Set(network.classifier.prefix(alike).map(\.index))
    return classifier.dropFirst(alike).contains { taken.contains($0.index) } ? 0 : alike
  }

  /// Whether the same linear layers follow each other without a ReLU in both.
  private func hasSameNeighbours(_ network: NameReading) -> Bool {
    func areNeighbours(_ layers: [Placed]) -> [Bool] {
      zip(layers, layers.dropFirst()).map { $1.index - $0.index == 1 }
    }
    return zip(areNeighbours(classifier), areNeighbours(network.classifier)).allSatisfy(==)
  }
}

extension NameReading.Placed {
  /// - Parameter isFirst: Whether it takes the image, whose channels may differ.
  fileprivate func isSameLayer(as other: Self, isFirst: Bool) -> Bool {
    guard isNorm == other.isNorm, shape.count == other.shape.count else { return false }
    return zip(shape, other.shape).enumerated().allSatisfy { axis, pair in
      pair.0 == pair.1 || (isFirst && axis == 1 && shape.count == 4)
    }
  }
}
