/// The tensors of one module of a file, and the layer that their shapes show.
struct LayerTensors: Hashable, Sendable {
  /// A layer as its shapes show it, in PyTorch's order of axes.
  enum Kind: Hashable, Sendable {
    case convolution(inputs: Int, outputs: Int)
    case norm(channels: Int)
    case linear(inputs: Int, outputs: Int)
  }

  /// The words of the module's name.
  let path: [String]
  /// Indices of tensors in the file, by part.
  private(set) var parts: [TensorPath.Part: Int] = [:]
  /// The index of the module's first tensor in the file.
  let first: Int

  init(path: [String], first: Int) {
    (self.path, self.first) = (path, first)
  }

  mutating func add(_ part: TensorPath.Part, at place: Int) { parts[part] = place }

  /// The index of the weight.
  var weight: Int? { parts[.weight] ?? parts[.kernel] ?? parts[.gamma] }

  /// Whether the weights' axes are in Keras's order.
  var isKerass: Bool { parts[.kernel] != nil }

  /// The layer to which these tensors belong; `nil` if they do not form one.
  func kind(in tensors: [TensorDescription]) -> Kind? {
    guard let weight = self.weight.map({ tensors[$0].shape }) else { return nil }
    if let statistics = statistics(besides: weight, in: tensors) {
      return statistics && weight.count == 1 ? .norm(channels: weight[0]) : nil
    }
    let outputs = isKerass ? weight.last : weight.first
    guard let outputs, Set(parts.keys).isSubset(of: [isKerass ? .kernel : .weight, .bias]),
      parts[.bias].map({ tensors[$0].shape == [outputs] }) ?? true
    else { return nil }
    switch weight.count {
    case 2:
      return .linear(inputs: isKerass ? weight[0] : weight[1], outputs: outputs)
    case 4 where isFullyConnectedByName && !isKerass:
      return TensorDescription(name: "", shape: Array(weight.dropFirst())).elementCount.map {
        .linear(inputs: $0, outputs: outputs)
      }
    case 4: return .convolution(inputs: isKerass ? weight[2] : weight[1], outputs: outputs)
    default: return nil
    }
  }

  /// Whether these are all tensors of a batch normalisation, under PyTorch's or Keras's names; `nil` if there are no
  /// statistics.
  private func statistics(besides weight: [Int], in tensors: [TensorDescription]) -> Bool? {
    let all: [Set<TensorPath.Part>] = [
      [.weight, .bias, .runningMean, .runningVariance],
      [.gamma, .beta, .movingMean, .movingVariance],
    ]
    let found = Set(parts.keys).subtracting([.counter])
    guard !found.isDisjoint(with: [.runningMean, .runningVariance, .movingMean, .movingVariance])
    else { return nil }
    return all.contains(found)
      && found.allSatisfy { part in
        parts[part].map { tensors[$0].shape == weight } ?? false
      }
  }

  /// Whether the name is that of a fully connected layer, such as `fc6`, which timm and fully convolutional networks
  /// store as a convolution with the same numbers in the same order.
  private var isFullyConnectedByName: Bool {
    path.last.map { $0.hasPrefix("fc") && $0.dropFirst(2).allSatisfy(\.isNumber) } ?? false
  }

  /// The modules in the file's order, and the indices of tensors that do not belong to a layer.
  static func grouped(_ paths: [TensorPath]) -> (modules: [LayerTensors], others: [Int]) {
    var modules: [LayerTensors] = []
    var indices: [[String]: Int] = [:]
    var others: [Int] = []
    for (place, path) in paths.enumerated() {
      guard let part = path.part else {
        others.append(place)
        continue
      }
      let index = indices[path.module] ?? modules.endIndex
      if index == modules.endIndex {
        indices[path.module] = index
        modules.append(LayerTensors(path: path.module, first: place))
      }
      modules[index].add(part, at: place)
    }
    return (modules, others)
  }
}
