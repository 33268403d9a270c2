import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGImport
import VGGONNX
import VGGSpec
import VGGWeights

/// Follows a graph's nodes from its input on, and turns them into layers one by one.
struct ONNXChain {
  let model: ONNXFile
  private(set) var layers: [ImportedLayer] = []
  private(set) var weights: [StoredLayer] = []
  private(set) var obstacles: [Obstacle] = []
  private(set) var image: (channels: Int?, plane: PlaneSize?) = (nil, nil)
  private var notes: [String] = []
  /// The layers of torchvision's names that have no node, taken for dropout.
  private var missing: [String] = []
  private(set) var order = ValueOrder.channelsFirst

  /// The values that are known before the network runs.
  var constants: [String: ONNXTensor]
  /// Values that follow from shapes alone.
  private var shapes: Set<String> = []
  /// The names that the chain's last value has.
  private var current: Set<String> = []
  private var index = 0

  var plane: PlaneSize?
  var channels: Int?
  /// How the last map's axes are ordered.
  private var mapOrder = ValueOrder.channelsFirst
  private var isFlat = false
  /// The adaptive pooling whose axes have been averaged so far.
  private var adaptive: (size: PlaneSize, node: ONNXNode)?
  /// The last layer's place in torchvision's names: `features`, 28.
  private var lastName: (part: String, index: Int, layers: Int)?

  init(_ model: ONNXFile) {
    self.model = model
    constants = model.tensors
  }

  /// Facts for the user about what was read another way.
  var remarks: [String] {
    guard !missing.isEmpty else { return notes }
    return notes + [
      "there is no node for \(listed(missing, most: 4)): dropout of 0.5 is written, for a model for inference has no "
        + "probability of dropout"
    ]
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
        // The rest follows the node that has no counterpart.
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

  private mutating func takeInput() -> Bool {
    let inputs = model.inputs.filter { model.tensors[$0.name] == nil }
    // Models without values of weights have these as inputs, too.
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

  /// Takes the image's extents as far as they are numbers that an image has.
  private mutating func takeImage(channels: Int?, height: Int?, width: Int?) {
    image = (channels, nil)
    if let height, let width, LanguageBounds.imageSide.contains(height),
      LanguageBounds.imageSide.contains(width)
    {
      image.plane = PlaneSize(height: height, width: width)
    }
    (self.channels, plane) = (image.channels, image.plane)
  }

  /// Weights that are inputs of the graph, by their extents.
  private var given: [String: [Int?]] = [:]

  private mutating func take(_ node: ONNXNode) throws {
    let data = node.inputs.first ?? ""
    if node.type == "Constant" { return try takeConstant(node) }
    if takesShapeAlone(node) { return }
    // The first operand of some nodes is the constant one.
    let reads = node.inputs.filter(current.contains)
    guard !reads.isEmpty else { throw Obstacle(.branch(node.shownName), at: node.range) }
    try takeLayer(node, isFirst: current.contains(data))
  }

  private mutating func takeConstant(_ node: ONNXNode) throws {
    guard let tensor = node.attributes["value"]?.tensor, let name = node.outputs.first else {
      throw Obstacle(.value("Constant", of: node.shownName), at: node.range)
    }
    constants[name] = tensor
  }

  /// Whether a node computes a shape, as exporters do before they flatten.
  private mutating func takesShapeAlone(_ node: ONNXNode) -> Bool {
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

  private mutating func follow(_ node: ONNXNode) { current = Set(node.outputs.prefix(1)) }

  private mutating func append(_ kind: ImportedLayer.Kind, _ node: ONNXNode) {
    layers.append(ImportedLayer(kind, at: node.range, name: node.shownName))
    if let last = lastName { lastName = (last.part, last.index, last.layers + 1) }
    follow(node)
  }

  // MARK: - Nodes

  private mutating func takeLayer(_ node: ONNXNode, isFirst: Bool) throws {
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
      // Before version 13 the axis was 1 by default, since then the last.
      let axis = node.attributes["axis"]?.integer ?? (model.version < 13 ? 1 : -1)
      guard axis == 1 || axis == -1 && isFlat else { throw node.obstacle("axis") }
      append(.softmax, node)
    case "Identity": current.formUnion(node.outputs)
    default: throw Obstacle(.layer(node.type), at: node.range)
    }
  }

  private mutating func takeConvolution(_ node: ONNXNode) throws {
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
    guard pads.near == pads.far else { throw node.obstacle("pads") }
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

  /// Takes an addition of a number a channel right after a convolution as its bias, as TensorFlow's exporters write it.
  private mutating func takeAddedBias(isMissing: Bool) {
    guard isMissing, index < model.nodes.count else { return }
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

  private mutating func takeBatchNorm(_ node: ONNXNode) throws {
    guard node.inputs.count >= 5 else {
      throw Obstacle(.missing("scale", of: node.shownName), at: node.range)
    }
    try node.expect("training_mode", 0)
    // The operator's own default.
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

  /// The activation that this node and those after it compute, and how many they are.
  private func spelledActivation(_ node: ONNXNode) -> (activation: Activation, count: Int)? {
    VGGModelFiles.spelledActivation(model.nodes[(index - 1)...], of: current) { name in
      guard let tensor = constants[name] else { return nil }
      return (try? tensor.smallValues(in: model, limit: 1))?.first.map { Double($0) }
    }
  }

  /// Takes a PReLU with one slope, which is PyTorch's.
  private mutating func takePReLU(_ node: ONNXNode) throws {
    let (slope, shape) = try weight(1, of: node)
    guard shape.allSatisfy({ $0 == 1 }) else { throw node.obstacle("slope", shape) }
    let tensors = try numbers(slope.map { ["weight": $0] } ?? [:])
    append(.activation(.prelu), node)
    weights.append(StoredLayer(name: node.shownName, tensors: tensors))
  }

  // MARK: - Pooling

  private mutating func takeMaxPool(_ node: ONNXNode) throws {
    guard node.outputs.filter({ !$0.isEmpty }).count == 1 else {
      throw Obstacle(.branch(node.shownName), at: node.range)
    }
    var window = try poolWindow(node)
    let rounding = try takePads(of: node, in: &window)
    append(.maxPool(ImportedMaxPool(window: window, rounding: rounding)), node)
    move(window.window(ceil: rounding == .up))
  }

  /// Sets the window's padding; gives how the output's size is rounded, which exporters say by more zeros below and right
  /// of the map.
  private func takePads(of node: ONNXNode, in window: inout ImportedWindow) throws
    -> ImportedRounding
  {
    let pads = try pads(of: node, window)
    window.padding = pads.near
    if node.attributes["ceil_mode"]?.integer ?? 0 != 0 {
      guard pads.near == pads.far else { throw node.obstacle("pads") }
      return .up
    }
    return try rounding(of: node, window, far: pads.far)
  }

  private func poolWindow(_ node: ONNXNode) throws -> ImportedWindow {
    try node.expect("dilations", 1)
    try node.expect("storage_order", 0)
    guard let kernel = try node.sides("kernel_shape", LanguageBounds.kernel) else {
      throw Obstacle(.missing("kernel_shape", of: node.shownName), at: node.range)
    }
    return ImportedWindow(
      kernel: kernel, stride: try node.sides("strides", LanguageBounds.stride) ?? 1, padding: 0)
  }

  private mutating func takeAveragePool(_ node: ONNXNode) throws {
    if try takesEvenBins(node) { return }
    var window = try poolWindow(node)
    // ONNX's own rounding up counts other values than PyTorch's.
    try node.expect("ceil_mode", 0)
    let pads = try pads(of: node, window)
    window.padding = pads.near
    let counts = node.attributes["count_include_pad"]?.integer ?? 0 != 0
    // Where a last window reaches past the padding, these values never count.
    guard
      !counts || pads.far.height <= pads.near.height && pads.far.width <= pads.near.width
    else { throw node.obstacle("pads") }
    append(
      node, mean: window, rounding: try rounding(of: node, window, far: pads.far),
      countsPadding: counts)
  }

  /// Takes zeros around a map and the mean after them, which is one whose padding counts, and whose size is rounded up.
  private mutating func takePad(_ node: ONNXNode) throws {
    guard index < model.nodes.count, case let mean = model.nodes[index],
      mean.type == "AveragePool", mean.inputs.first == node.outputs.first,
      let name = node.inputs.dropFirst().first,
      let pads = try constants[name]?.smallValues(in: model)?.map({ Int(clamping: $0) }),
      pads.count == 8, pads[0] == 0, pads[1] == 0, Array(pads[..<4]) == Array(pads[4...]),
      ["constant", nil].contains(node.attributes["mode"]?.string), node.inputs.count == 2
    else { throw Obstacle(.layer(node.type), at: node.range) }
    let near = Sides(height: pads[2], width: pads[3])
    guard near.both(LanguageBounds.padding.contains) else { throw node.obstacle("pads", pads) }
    index += 1
    var window = try poolWindow(mean)
    try mean.expect("ceil_mode", 0)
    try mean.expect("count_include_pad", 0)
    let rest = try self.pads(of: mean, window)
    window.padding = near
    guard rest.near == 0, let plane, let far = window.farPadding(of: plane, ceil: true),
      rest.far.height == max(0, far.height - near.height),
      rest.far.width == max(0, far.width - near.width)
    else { throw mean.obstacle("pads") }
    append(mean, mean: window, rounding: .up, countsPadding: true)
  }

  private mutating func append(
    _ node: ONNXNode, mean window: ImportedWindow, rounding: ImportedRounding,
    countsPadding: Bool
  ) {
    append(
      .averagePool(
        ImportedAveragePool(
          window: window, rounding: rounding, countsPadding: countsPadding || window.padding == 0)),
      node)
    move(window.window(ceil: rounding == .up))
  }

  /// How the output's size is rounded, by the zeros below and right of the map that the last windows need.
  private func rounding(
    of node: ONNXNode, _ window: ImportedWindow, far: Sides
  ) throws -> ImportedRounding {
    if window.padding == far { return .down }
    guard let plane else { throw node.obstacle("pads") }
    if far == window.farPadding(of: plane, ceil: false) { return .down }
    guard far == window.farPadding(of: plane, ceil: true) else { throw node.obstacle("pads") }
    return .up
  }

  /// Takes a pooling that is an adaptive one: by its name as torchvision has it, by what follows, or because one mean of
  /// each channel is left.
  private mutating func takesEvenBins(_ node: ONNXNode) throws -> Bool {
    guard let plane, let kernel = node.attributes["kernel_shape"]?.integers, kernel.count == 2,
      node.attributes["strides"]?.integers ?? [1, 1] == kernel, kernel.allSatisfy({ $0 > 0 }),
      node.attributes["pads"]?.integers.allSatisfy({ $0 == 0 }) ?? true,
      plane.height.isMultiple(of: kernel[0]), plane.width.isMultiple(of: kernel[1])
    else { return false }
    let size = PlaneSize(height: plane.height / kernel[0], width: plane.width / kernel[1])
    let next = index < model.nodes.count ? model.nodes[index] : nil
    let names = node.shownName.split(separator: "/")
    let isHalf = next.map { bins($0, 0) != nil || bins($0, 1) != nil } ?? false
    let isWhole =
      size == PlaneSize(height: 1, width: 1)
      && ["Flatten", "Reshape", "Squeeze", "Shape", "Dropout"].contains(next?.type)
    guard
      names.contains("avgpool")
        || (isHalf || isWhole) && !names.contains(where: { $0.hasPrefix("features") })
    else { return false }
    adaptive = (size, node)
    self.plane = size
    follow(node)
    return true
  }

  /// The matrix of an adaptive pooling's uneven bins, where a product has one; `nil` where it has not.
  ///
  /// - Parameter place: That of the matrix among the operands: the first one for rows.
  private func bins(_ node: ONNXNode, _ place: Int) -> AveragingBins? {
    guard node.type == "MatMul", node.inputs.count == 2, !isFlat, let plane,
      let tensor = constants[node.inputs[place]], tensor.shape.count == 2
    else { return nil }
    let (outputs, inputs) =
      place == 0 ? (tensor.shape[0], tensor.shape[1]) : (tensor.shape[1], tensor.shape[0])
    guard inputs == (place == 0 ? plane.height : plane.width), outputs > 0,
      let values = try? tensor.smallValues(in: model, limit: 1 << 20)
    else { return nil }
    let bins = AveragingBins(input: inputs, output: outputs)
    let expected = bins.matrix(isTransposed: place == 1)
    return zip(values, expected).allSatisfy { abs($0 - Double($1)) < 1e-6 } ? bins : nil
  }

  private mutating func takeMean(_ node: ONNXNode) throws {
    var axes = node.attributes["axes"]?.integers ?? []
    if axes.isEmpty, node.inputs.count > 1, let tensor = constants[node.inputs[1]] {
      axes = try tensor.smallValues(in: model)?.map { Int(clamping: $0) } ?? []
    }
    let spatial: [[Int]] = mapOrder == .channelsFirst ? [[2, 3], [-2, -1], [-1, -2]] : [[1, 2]]
    guard spatial.contains(axes), !isFlat else { throw node.obstacle("axes", axes) }
    append(.adaptivePool(PlaneSize(height: 1, width: 1)), node)
    plane = PlaneSize(height: 1, width: 1)
    mapOrder = .channelsFirst
    if node.attributes["keepdims"]?.integer == 0 { takeFlatten(node) }
  }

  private mutating func endAdaptivePool() {
    guard let pool = adaptive else { return }
    adaptive = nil
    let last = current
    append(.adaptivePool(pool.size), pool.node)
    current = last
  }

  /// The zeros above and left of the map, and those below and right of it.
  private func pads(
    of node: ONNXNode, _ window: ImportedWindow
  ) throws -> (near: Sides, far: Sides) {
    switch node.attributes["auto_pad"]?.string ?? "NOTSET" {
    case "NOTSET", "": break
    case "VALID": return (0, 0)
    case "SAME_UPPER", "SAME_LOWER":
      guard let padding = window.samePadding else { throw node.obstacle("auto_pad") }
      return (padding, padding)
    default: throw node.obstacle("auto_pad")
    }
    let pads = node.attributes["pads"]?.integers ?? [0, 0, 0, 0]
    guard pads.count == 4, pads.allSatisfy({ LanguageBounds.padding.contains($0) }) else {
      throw node.obstacle("pads")
    }
    return (Sides(height: pads[0], width: pads[1]), Sides(height: pads[2], width: pads[3]))
  }

  private mutating func move(_ window: Window) { plane = plane.flatMap { window.output(of: $0) } }

  // MARK: - Between map and classifier

  private mutating func takeFlatten(_ node: ONNXNode) {
    if !isFlat { order = mapOrder }
    isFlat = true
    append(.flatten, node)
  }

  private mutating func takeReshape(_ node: ONNXNode) throws {
    let target = node.inputs.count > 1 ? node.inputs[1] : ""
    if shapes.contains(target) { return takeFlatten(node) }
    let shape = try constants[target]?.smallValues(in: model)?.map { Int(clamping: $0) } ?? []
    guard shape.count == 2 || shape.count == 4 && shape.suffix(2) == [1, 1] else {
      throw node.obstacle("shape", shape)
    }
    if isFlat { return follow(node) }
    takeFlatten(node)
  }

  private mutating func takeTranspose(_ node: ONNXNode) throws {
    let axes = node.attributes["perm"]?.integers ?? []
    if layers.isEmpty, weights.isEmpty, axes == [0, 3, 1, 2] {
      let input = model.inputs.first { current.contains($0.name) }?.shape ?? []
      let extents = input.count == 4 ? input : [nil, nil, nil, nil]
      takeImage(channels: extents[3], height: extents[1], width: extents[2])
      notes.append(
        "its images are height x width x channels; the configuration's, channels x height x width")
      return follow(node)
    }
    switch (axes, mapOrder) {
    case ([0, 2, 3, 1], .channelsFirst) where !isFlat: mapOrder = .channelsLast
    case ([0, 3, 1, 2], .channelsLast) where !isFlat: mapOrder = .channelsFirst
    default: throw node.obstacle("perm")
    }
    follow(node)
  }

  // MARK: - The classifier

  private mutating func takeDropout(_ node: ONNXNode) throws {
    var probability = node.attributes["ratio"]?.float.map(decimal) ?? 0.5
    if node.inputs.count > 1, let ratio = constants[node.inputs[1]],
      let value = try ratio.smallValues(in: model)?.first
    {
      probability = decimal(Float(value))
    }
    append(.dropout(probability), node)
  }

  private mutating func takeGemm(_ node: ONNXNode) throws {
    for (name, usual) in [("alpha", Float(1)), ("beta", 1)] {
      if let value = node.attributes[name]?.float, value != usual { throw node.obstacle(name) }
    }
    try node.expect("transA", 0)
    let isTransposed = node.attributes["transB"]?.integer ?? 0 != 0
    let bias = node.inputs.count > 2 && !node.inputs[2].isEmpty
    try takeLinear(
      node, isTransposed: isTransposed, bias: bias ? try weight(2, of: node).tensor : nil,
      hasBias: bias)
  }

  private mutating func takeLinear(
    _ node: ONNXNode, isTransposed: Bool, bias: ONNXTensor?, hasBias: Bool
  ) throws {
    let (weight, shape) = try weight(1, of: node)
    guard shape.count == 2 else { throw node.obstacle("B", shape) }
    takeGap(before: node.inputs[1])
    var tensors = try numbers(["weight": weight])
    if !isTransposed { tensors["weight"]?.forms = [.inputsFirst] }
    tensors.merge(try numbers(["bias": bias])) { $1 }
    let (outputs, inputs) = isTransposed ? (shape[0], shape[1]) : (shape[1], shape[0])
    append(.linear(inputs: inputs, outputs: outputs, bias: hasBias), node)
    weights.append(StoredLayer(name: node.shownName, tensors: tensors))
  }

  private mutating func takeProduct(_ node: ONNXNode, isFirst: Bool) throws {
    for place in [0, 1] {
      guard let bins = bins(node, place), let plane else { continue }
      let size =
        place == 0
        ? PlaneSize(height: bins.output, width: plane.width)
        : PlaneSize(height: plane.height, width: bins.output)
      adaptive = (size, node)
      self.plane = size
      return follow(node)
    }
    guard isFirst, isFlat else { throw Obstacle(.layer("MatMul"), at: node.range) }
    let next = index < model.nodes.count ? model.nodes[index] : nil
    var bias: ONNXTensor?
    if let next, next.type == "Add", next.inputs.contains(where: Set(node.outputs).contains) {
      bias = next.inputs.compactMap { constants[$0] }.first
    }
    try takeLinear(node, isTransposed: false, bias: bias, hasBias: bias != nil)
    if bias != nil, let next {
      index += 1
      follow(next)
    }
  }

  // MARK: - Local response normalisation of an even size

  /// The nodes that vggc writes for it: the mean of squares along the channels, spelled out.
  private mutating func takeSpelledNorm(_ node: ONNXNode) throws {
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

  // MARK: - Weights

  /// The tensor that an operand is, with its extents; no tensor where the weights are for the caller to give.
  private func weight(
    _ place: Int, of node: ONNXNode
  ) throws -> (tensor: ONNXTensor?, shape: [Int]) {
    guard place < node.inputs.count else {
      throw Obstacle(.missing("weight", of: node.shownName), at: node.range)
    }
    let name = node.inputs[place]
    if let tensor = constants[name] { return (tensor, tensor.shape) }
    let extents = given[name]?.compactMap { $0 } ?? []
    guard let stated = given[name], stated.count == extents.count else {
      throw Obstacle(.missing(name, of: node.shownName), at: node.range)
    }
    return (nil, extents)
  }

  private func numbers(
    _ tensors: [String: ONNXTensor?]
  ) throws(WeightError) -> [String: StoredNumbers] {
    var numbers: [String: StoredNumbers] = [:]
    for (name, tensor) in tensors {
      if let tensor { numbers[name] = try tensor.numbers(in: model) }
    }
    return numbers
  }

  // MARK: - Layers without nodes

  /// Takes a gap in torchvision's indices for a dropout, for which exporters write no node.
  private mutating func takeGap(before tensor: String) {
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

/// The shortest decimal number that is `value` in single precision: 0.001, not 0.0010000000474974513.
private func decimal(_ value: Float) -> Double { Double("\(value)") ?? Double(value) }

extension ImportedWindow {
  /// The window as shapes are reckoned with; its numbers are within the language's bounds.
  fileprivate func window(ceil: Bool) -> Window {
    Window(
      kernel: kernel, stride: stride, padding: padding, dilation: dilation, ceil: ceil)
  }

  /// The zeros below and right of a map that the last windows need.
  ///
  /// - Parameter ceil: Whether the output's size is rounded up.
  fileprivate func farPadding(of plane: PlaneSize, ceil: Bool) -> Sides? {
    let window = window(ceil: ceil)
    return window.output(of: plane).map { window.reach(from: plane, to: $0) }
  }
}

extension ONNXNode {
  fileprivate func obstacle(_ name: String, _ values: [Int]? = nil) -> Obstacle {
    Obstacle(.value(values.map { "\($0)" } ?? attributes[name]?.text ?? "", of: name), at: range)
  }

  /// Two numbers in their bounds, or one for both; `nil` where none is stated.
  fileprivate func sides(_ name: String, _ bounds: ClosedRange<Int>) throws -> Sides? {
    guard let attribute = attributes[name] else { return nil }
    let values =
      attribute.integers.isEmpty ? attribute.integer.map { [$0] } ?? [] : attribute.integers
    guard let first = values.first, let last = values.last, values.count <= 2,
      values.allSatisfy(bounds.contains)
    else { throw obstacle(name) }
    return Sides(height: first, width: last)
  }

  fileprivate func needed(_ name: String) throws -> Int {
    guard let value = attributes[name]?.integer else {
      throw Obstacle(.missing(name, of: shownName), at: range)
    }
    return value
  }

  fileprivate func number(_ name: String, _ usual: Double) -> Double {
    attributes[name]?.float.map(decimal) ?? usual
  }

  fileprivate func expect(_ name: String, _ value: Int) throws {
    guard let attribute = attributes[name] else { return }
    let values = attribute.integers.isEmpty ? [attribute.integer ?? value] : attribute.integers
    guard values.allSatisfy({ $0 == value }) else { throw obstacle(name) }
  }
}
