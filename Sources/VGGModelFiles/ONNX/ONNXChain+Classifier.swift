import VGGImport
import VGGSpec

/// The layers from the map to the scores: flattening, linear layers, dropout.
extension ONNXChain {
  mutating func takeFlatten(_ node: ONNXNode) {
    if !isFlat { order = mapOrder }
    isFlat = true
    append(.flatten, node)
  }

  mutating func takeReshape(_ node: ONNXNode) throws {
    let target = node.inputs.count > 1 ? node.inputs[1] : ""
    if shapes.contains(target) { return takeFlatten(node) }
    let shape = try constants[target]?.smallValues(in: model)?.map { Int(clamping: $0) } ?? []
    guard shape.count == 2 || shape.count == 4 && shape.suffix(2) == [1, 1] else {
      throw node.obstacle("shape", shape)
    }
    if isFlat { return follow(node) }
    takeFlatten(node)
  }

  mutating func takeTranspose(_ node: ONNXNode) throws {
    let axes = node.attributes["perm"]?.integers ?? []
    if layers.isEmpty, weights.isEmpty, axes == [0, 3, 1, 2] {
      let input = model.inputs.first { current.contains($0.name) }?.shape ?? []
      let extents = input.count == 4 ? input : [nil, nil, nil, nil]
      takeImage(channels: extents[3], height: extents[1], width: extents[2])
      notes.append(.channelsLast)
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

  mutating func takeDropout(_ node: ONNXNode) throws {
    var probability = node.attributes["ratio"]?.float.map(decimal) ?? 0.5
    if node.inputs.count > 1, let ratio = constants[node.inputs[1]],
      let value = try ratio.smallValues(in: model)?.first
    {
      probability = decimal(Float(value))
    }
    append(.dropout(probability), node)
  }

  mutating func takeGemm(_ node: ONNXNode) throws {
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

  mutating func takeLinear(
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

  mutating func takeProduct(_ node: ONNXNode, isFirst: Bool) throws {
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
}
