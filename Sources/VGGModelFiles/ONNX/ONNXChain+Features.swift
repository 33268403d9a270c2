import VGGFindings
import VGGGraph
import VGGImport
import VGGSpec

/// Convolutions with their biases, batch normalisations, activations and local response normalisations.
extension ONNXChain {
  mutating func takeConvolution(_ node: ONNXNode) throws {
    guard mapOrder == .channelsFirst else { throw Obstacle(.layer("Conv"), at: node.range) }
    let (weight, shape) = try weight(1, of: node)
    guard shape.count == 4 else { throw node.obstacle("kernel_shape", shape) }
    let kernel = Sides(height: shape[2], width: shape[3])
    guard kernel.both(LanguageBounds.kernel.contains) else {
      throw node.obstacle("kernel_shape", shape)
    }
    let groups = node.attributes["group"]?.integer ?? 1
    guard groups > 0, let inputs = checkedProduct(shape[1], groups),
      LanguageBounds.channels.contains(inputs)
    else { throw node.obstacle("group") }
    var window = ImportedWindow(
      kernel: kernel, stride: try node.sides("strides", LanguageBounds.stride) ?? 1, padding: 0,
      dilation: try node.sides("dilations", LanguageBounds.dilation) ?? 1)
    let pads = try pads(of: node, window)
    guard pads.near == pads.far else {
      throw Obstacle(.unevenPadding(near: pads.near, far: pads.far), at: node.range)
    }
    window.padding = pads.near
    takeGap(before: node.inputs[1])
    var tensors = try numbers(weight.map { ["weight": $0] } ?? [:])
    let hasBias = node.inputs.count > 2 && !node.inputs[2].isEmpty
    if hasBias { tensors.merge(try numbers(["bias": self.weight(2, of: node).tensor])) { $1 } }
    append(
      .convolution(
        ImportedConvolution(
          inputs: inputs, outputs: shape[0], window: window, groups: groups, bias: hasBias)), node)
    weights.append(StoredLayer(name: node.shownName, tensors: tensors))
    move(window.window(ceil: false))
    channels = shape[0]
    takeAddedBias(isMissing: !hasBias)
  }

  /// Takes the addition of one number per channel right after a convolution as its bias, as in TensorFlow's exports.
  mutating func takeAddedBias(isMissing: Bool) {
    guard isMissing, index < model.nodes.count else { return }
    // If the convolution's own values are an output, a bias would change them.
    if !current.isDisjoint(with: taps.keys) { return }
    let node = model.nodes[index]
    guard node.type == "Add", node.inputs.count == 2, node.inputs.contains(where: current.contains),
      let tensor = node.inputs.compactMap({ constants[$0] }).first, let channels,
      tensor.shape.filter({ $0 != 1 }) == [channels],
      tensor.shape.count == 3 || tensor.shape.count == 4,
      tensor.shape[tensor.shape.count - 3] == channels,
      case .convolution(let convolution) = layers.last?.kind,
      let numbers = try? numbers(["bias": tensor])
    else { return }
    index += 1
    let last = layers.removeLast()
    layers.append(last.withBias(convolution))
    weights[weights.count - 1].tensors.merge(numbers) { $1 }
    follow(node)
  }

  mutating func takeBatchNorm(_ node: ONNXNode) throws {
    guard node.inputs.count >= 5 else {
      throw Obstacle(.missing("scale", of: node.shownName), at: node.range)
    }
    try node.expect("training_mode", 0)
    // The operator's default.
    let epsilon = node.number("epsilon", 1e-5)
    var tensors: [String: ONNXTensor?] = [:]
    for (place, name) in ["weight", "bias", "running_mean", "running_var"].enumerated() {
      tensors[name] = try weight(place + 1, of: node).tensor
    }
    var numbers = try numbers(tensors)
    if epsilon != BatchNorm2d.epsilon {
      numbers["running_var"]?.forms = [.variances(epsilon: epsilon)]
    }
    append(.batchNorm(epsilon: epsilon), node)
    weights.append(StoredLayer(name: node.shownName, tensors: numbers))
  }

  /// The activation that this node and the next ones compute, and the number of these nodes.
  func spelledActivation(_ node: ONNXNode) -> (activation: Activation, count: Int)? {
    VGGModelFiles.spelledActivation(model.nodes[(index - 1)...], of: current) { name in
      guard let tensor = constants[name] else { return nil }
      return (try? tensor.smallValues(in: model, limit: 1))?.first.map { Double($0) }
    }
  }

  /// Takes a PReLU with one slope, as in PyTorch.
  mutating func takePReLU(_ node: ONNXNode) throws {
    let (slope, shape) = try weight(1, of: node)
    guard shape.allSatisfy({ $0 == 1 }) else { throw node.obstacle("slope", shape) }
    let tensors = try numbers(slope.map { ["weight": $0] } ?? [:])
    append(.activation(.prelu), node)
    weights.append(StoredLayer(name: node.shownName, tensors: tensors))
  }

  // MARK: - Local response normalisation of an even size

  /// Takes the nodes that vggc writes for it: the mean of squares along the channels, spelled out.
  mutating func takeSpelledNorm(_ node: ONNXNode) throws {
    let types = ["Unsqueeze", "AveragePool", "Squeeze", "Mul", "Add", "Pow", "Div"]
    let rest = Array(model.nodes[index...].prefix(types.count))
    guard rest.map(\.type) == types, let kernel = rest[1].attributes["kernel_shape"]?.integers,
      kernel.count == 3, kernel[1...] == [1, 1], kernel[0] > 0,
      rest[1].attributes["pads"]?.integers
        == [kernel[0] / 2, 0, 0, (kernel[0] - 1) / 2, 0, 0],
      rest[6].inputs.first == node.inputs[0]
    else { throw Obstacle(.layer("Mul"), at: node.range) }
    func number(_ node: ONNXNode) throws -> Double {
      guard node.inputs.count == 2, let tensor = constants[node.inputs[1]],
        let value = try tensor.smallValues(in: model)?.first
      else { throw Obstacle(.layer(node.type), at: node.range) }
      return decimal(Float(value))
    }
    let values = (try number(rest[3]), try number(rest[4]), try number(rest[5]))
    index += types.count
    append(
      .localResponseNorm(size: kernel[0], alpha: values.0, beta: values.2, k: values.1), node)
    follow(rest[6])
  }
}
