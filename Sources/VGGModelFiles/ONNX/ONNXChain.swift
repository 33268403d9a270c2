import VGGDiagnostics
import VGGImport
import VGGSpec
import VGGWeights

/// Follows a graph's nodes from its input, and converts them to layers one by one.
struct ONNXChain {
  let model: ONNXFile
  var layers: [ImportedLayer] = []
  var weights: [StoredLayer] = []
  private(set) var obstacles: [Obstacle] = []
  var image: (channels: Int?, plane: PlaneSize?) = (nil, nil)
  var notes: [ImportRemark] = []
  /// The layers in torchvision's numbering that have no node; they are taken for dropout.
  var missing: [String] = []
  var order = ValueOrder.channelsFirst

  /// The values that are known before the network runs.
  var constants: [String: ONNXTensor]
  /// The values that depend only on shapes.
  var shapes: Set<String> = []
  /// The names of the chain's last value.
  var current: Set<String> = []
  /// The graph's outputs after the first that are values of the chain, each with the number of layers before it.
  private(set) var taps: [String: Int] = [:]
  private let furtherOutputs: Set<String>
  var index = 0

  var plane: PlaneSize?
  var channels: Int?
  /// The order of the last map's axes.
  var mapOrder = ValueOrder.channelsFirst
  var isFlat = false
  /// The adaptive pooling layer whose axes have been averaged so far.
  var adaptive: (size: PlaneSize, node: ONNXNode)?
  /// The last layer's position in torchvision's names: `features`, 28.
  var lastName: (part: String, index: Int, layers: Int)?

  init(_ model: ONNXFile) {
    self.model = model
    constants = model.tensors
    furtherOutputs = Set(model.outputs.dropFirst())
  }

  /// Remarks for the user about parts that were read differently.
  var remarks: [ImportRemark] {
    missing.isEmpty ? notes : notes + [ImportRemark.assumedDropout(missing)]
  }

  // MARK: - The chain

  mutating func follow() throws(WeightError) {
    guard takeInput() else { return }
    while index < model.nodes.count {
      let node = model.nodes[index]
      index += 1
      do {
        try take(node)
      } catch let obstacle as Obstacle {
        obstacles.append(obstacle)
        // The chain continues after the node without a counterpart.
        current = Set(node.outputs.prefix(1))
      } catch let error as WeightError {
        throw error
      } catch {
        throw WeightError(.malformed, file: model.path, "\(error)")
      }
    }
    endAdaptivePool()
    if let output = model.outputs.first, obstacles.isEmpty, !current.contains(output),
      let node = model.nodes.last
    {
      obstacles.append(Obstacle(.branch(output), at: node.range))
    }
    if weights.isEmpty, obstacles.isEmpty, let node = model.nodes.first {
      obstacles.append(Obstacle(.missing("Conv", of: model.graphName), at: node.range))
    }
  }

  mutating func takeInput() -> Bool {
    let inputs = model.inputs.filter { model.tensors[$0.name] == nil }
    // In models without values of weights, the weights are also inputs.
    guard let input = inputs.first(where: { $0.shape.count == 4 }) ?? inputs.first else {
      obstacles.append(Obstacle(.missing("input", of: model.graphName), at: 0..<0))
      return false
    }
    current = [input.name]
    for other in inputs where other.name != input.name { given[other.name] = other.shape }
    if input.shape.count == 4 {
      takeImage(channels: input.shape[1], height: input.shape[2], width: input.shape[3])
    }
    return true
  }

  /// Takes the image's extents, as far as they are valid numbers for an image.
  mutating func takeImage(channels: Int?, height: Int?, width: Int?) {
    image = (channels, nil)
    if let height, let width, LanguageBounds.imageSide.contains(height),
      LanguageBounds.imageSide.contains(width)
    {
      image.plane = PlaneSize(height: height, width: width)
    }
    (self.channels, plane) = (image.channels, image.plane)
  }

  /// Weights that are inputs of the graph, by their extents.
  var given: [String: [Int?]] = [:]

  mutating func take(_ node: ONNXNode) throws {
    let data = node.inputs.first ?? ""
    if node.type == "Constant" { return try takeConstant(node) }
    if takesShapeAlone(node) { return }
    // The first operand of some nodes is the constant one.
    let reads = node.inputs.filter(current.contains)
    guard !reads.isEmpty else { throw Obstacle(.branch(node.shownName), at: node.range) }
    try takeLayer(node, isFirst: current.contains(data))
  }

  mutating func takeConstant(_ node: ONNXNode) throws {
    guard let tensor = node.attributes["value"]?.tensor, let name = node.outputs.first else {
      throw Obstacle(.value("Constant", of: node.shownName), at: node.range)
    }
    constants[name] = tensor
  }

  /// Whether a node computes a shape, as exporters do before flattening.
  mutating func takesShapeAlone(_ node: ONNXNode) -> Bool {
    let operators: Set<String> = [
      "Gather", "Unsqueeze", "Concat", "Cast", "Slice", "Squeeze", "Mul", "Div", "Floor",
      "ReduceProd",
    ]
    guard
      node.type == "Shape"
        || operators.contains(node.type) && node.inputs.contains(where: shapes.contains)
          && node.inputs.allSatisfy({ shapes.contains($0) || constants[$0] != nil || $0.isEmpty })
    else { return false }
    shapes.formUnion(node.outputs)
    return true
  }

  mutating func follow(_ node: ONNXNode) {
    current = Set(node.outputs.prefix(1))
    noteTaps(node)
  }

  /// Notes whether a node computes an output of the graph, and after how many layers.
  private mutating func noteTaps(_ node: ONNXNode) {
    // A pooling layer of several nodes becomes a layer once all of them have been seen.
    let pending = adaptive == nil ? 0 : 1
    guard let name = node.outputs.first, furtherOutputs.contains(name) else { return }
    // Values in another order differ from those of the configuration's layer.
    let isReordered =
      isFlat
      ? layers.last?.isFlatten == true && order != .channelsFirst : mapOrder != .channelsFirst
    taps[name] = isReordered ? nil : layers.count + pending
  }

  mutating func append(_ kind: ImportedLayer.Kind, _ node: ONNXNode) {
    layers.append(
      ImportedLayer(
        kind, at: node.range, name: node.shownName,
        isOfClassifier: lastName?.part == "classifier"))
    if let last = lastName { lastName = (last.part, last.index, last.layers + 1) }
    follow(node)
  }

  // MARK: - Nodes

  mutating func takeLayer(_ node: ONNXNode, isFirst: Bool) throws {
    if bins(node, 0) == nil, bins(node, 1) == nil { endAdaptivePool() }
    if let (activation, count) = spelledActivation(node) {
      append(.activation(activation), node)
      index += count - 1
      return follow(model.nodes[index - 1])
    }
    switch node.type {
    case "Conv": try takeConvolution(node)
    case "BatchNormalization": try takeBatchNorm(node)
    case "Relu": append(.activation(.relu), node)
    case "LeakyRelu":
      append(.activation(.leakyReLU(slope: node.number("alpha", 0.01))), node)
    case "Elu": append(.activation(.elu(alpha: node.number("alpha", 1))), node)
    case "Sigmoid": append(.activation(.sigmoid), node)
    case "Tanh": append(.activation(.tanh), node)
    case "Gelu":
      guard ["none", nil].contains(node.attributes["approximate"]?.string) else {
        throw node.obstacle("approximate")
      }
      append(.activation(.gelu), node)
    case "PRelu": try takePReLU(node)
    case "GlobalMaxPool":
      append(.globalPool(.maximum), node)
      plane = PlaneSize(height: 1, width: 1)
    case "MaxPool": try takeMaxPool(node)
    case "AveragePool": try takeAveragePool(node)
    case "Pad": try takePad(node)
    case "GlobalAveragePool":
      append(.adaptivePool(PlaneSize(height: 1, width: 1)), node)
      plane = PlaneSize(height: 1, width: 1)
    case "ReduceMean": try takeMean(node)
    case "LRN":
      append(
        .localResponseNorm(
          size: try node.needed("size"), alpha: node.number("alpha", 1e-4),
          beta: node.number("beta", 0.75), k: node.number("bias", 1)), node)
    case "Dropout": try takeDropout(node)
    case "Flatten":
      try node.expect("axis", 1)
      takeFlatten(node)
    case "Reshape": try takeReshape(node)
    case "Squeeze" where plane == PlaneSize(height: 1, width: 1) && !isFlat: takeFlatten(node)
    case "Transpose": try takeTranspose(node)
    case "Gemm": try takeGemm(node)
    case "MatMul": try takeProduct(node, isFirst: isFirst)
    case "Mul" where node.inputs.count == 2 && node.inputs[0] == node.inputs[1]:
      try takeSpelledNorm(node)
    case "Softmax":
      // Before version 13 the default axis was 1; since then it is the last.
      let axis = node.attributes["axis"]?.integer ?? (model.version < 13 ? 1 : -1)
      guard axis == 1 || axis == -1 && isFlat else { throw node.obstacle("axis") }
      append(.softmax, node)
    case "Identity":
      current.formUnion(node.outputs)
      noteTaps(node)
    default: throw Obstacle(.layer(node.type), at: node.range)
    }
  }

  // MARK: - Layers without nodes

  /// Takes a gap in torchvision's indices for a dropout layer, for which exporters write no node.
  mutating func takeGap(before tensor: String) {
    let parts = tensor.split(separator: ".")
    guard parts.count == 3, let index = Int(parts[1]),
      ["features", "classifier"].contains(parts[0])
    else {
      lastName = nil
      return
    }
    let part = String(parts[0])
    let expected =
      lastName.flatMap { $0.part == part ? $0.index + $0.layers : nil }
      ?? (part == "classifier" && layers.last?.isFlatten == true ? 0 : nil)
    if let expected, index == expected + 1 {
      layers.append(ImportedLayer(.dropout(0.5), at: layers.last?.range ?? 0..<0, name: ""))
      missing.append("\(part).\(index - 1)")
    }
    lastName = (part, index, 0)
  }
}
