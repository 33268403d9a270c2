import VGGFindings
import VGGGraph
import VGGImport
import VGGONNX
import VGGSpec

/// Pooling of all kinds, and padding with zeros around maps.
extension ONNXChain {
  mutating func takeMaxPool(_ node: ONNXNode) throws {
    guard node.outputs.filter({ !$0.isEmpty }).count == 1 else {
      throw Obstacle(.branch(node.shownName), at: node.range)
    }
    var window = try poolWindow(node)
    let rounding = try takePads(of: node, in: &window)
    append(.maxPool(ImportedMaxPool(window: window, rounding: rounding)), node)
    move(window.window(ceil: rounding == .up))
  }

  /// Sets the window's padding; returns the rounding of the output's size, which exporters express by more zeros below and to
  /// the right of the map.
  func takePads(of node: ONNXNode, in window: inout ImportedWindow) throws
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

  func poolWindow(_ node: ONNXNode) throws -> ImportedWindow {
    try node.expect("dilations", 1)
    try node.expect("storage_order", 0)
    guard let kernel = try node.sides("kernel_shape", LanguageBounds.kernel) else {
      throw Obstacle(.missing("kernel_shape", of: node.shownName), at: node.range)
    }
    return ImportedWindow(
      kernel: kernel, stride: try node.sides("strides", LanguageBounds.stride) ?? 1, padding: 0)
  }

  mutating func takeAveragePool(_ node: ONNXNode) throws {
    if try takesEvenBins(node) { return }
    var window = try poolWindow(node)
    // With ONNX's own rounding up, different values count than in PyTorch.
    try node.expect("ceil_mode", 0)
    let pads = try pads(of: node, window)
    window.padding = pads.near
    let counts = node.attributes["count_include_pad"]?.integer ?? 0 != 0
    // If a last window reaches past the padding, these values never count.
    guard
      !counts || pads.far.height <= pads.near.height && pads.far.width <= pads.near.width
    else { throw node.obstacle("pads") }
    append(
      node, mean: window, rounding: try rounding(of: node, window, far: pads.far),
      countsPadding: counts)
  }

  /// Takes zeros around a map and the following mean as one mean whose padding counts and whose size is rounded up.
  mutating func takePad(_ node: ONNXNode) throws {
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

  mutating func append(
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

  /// The rounding of the output's size, from the zeros below and to the right of the map that the last windows need.
  func rounding(
    of node: ONNXNode, _ window: ImportedWindow, far: Sides
  ) throws -> ImportedRounding {
    if window.padding == far { return .down }
    guard let plane else { throw node.obstacle("pads") }
    if far == window.farPadding(of: plane, ceil: false) { return .down }
    guard far == window.farPadding(of: plane, ceil: true) else { throw node.obstacle("pads") }
    return .up
  }

  /// Takes a pooling layer if it is adaptive: by its name in torchvision, by the next node, or because one mean per channel
  /// is left.
  mutating func takesEvenBins(_ node: ONNXNode) throws -> Bool {
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

  /// The matrix of an adaptive pooling layer's uneven bins, if a product has one; `nil` otherwise.
  ///
  /// - Parameter place: The index of the matrix among the operands: the first for rows.
  func bins(_ node: ONNXNode, _ place: Int) -> AveragingBins? {
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

  mutating func takeMean(_ node: ONNXNode) throws {
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

  mutating func endAdaptivePool() {
    guard let pool = adaptive else { return }
    adaptive = nil
    let last = current
    append(.adaptivePool(pool.size), pool.node)
    current = last
  }

  /// The zeros above and to the left of the map, and those below and to the right of it.
  func pads(
    of node: ONNXNode, _ window: ImportedWindow
  ) throws -> (near: Sides, far: Sides) {
    switch node.attributes["auto_pad"]?.string ?? "NOTSET" {
    case "NOTSET", "": break
    case "VALID": return (0, 0)
    case let word where word == "SAME_UPPER" || word == "SAME_LOWER":
      guard let zeros = SameZeros(window, of: plane) else {
        throw Obstacle(.sameWithoutSize, at: node.range)
      }
      return word == "SAME_UPPER" ? (zeros.near, zeros.far) : (zeros.far, zeros.near)
    default: throw node.obstacle("auto_pad")
    }
    let pads = node.attributes["pads"]?.integers ?? [0, 0, 0, 0]
    guard pads.count == 4, pads.allSatisfy({ LanguageBounds.padding.contains($0) }) else {
      throw node.obstacle("pads")
    }
    return (Sides(height: pads[0], width: pads[1]), Sides(height: pads[2], width: pads[3]))
  }

  mutating func move(_ window: Window) { plane = plane.flatMap { window.output(of: $0) } }
}

extension ImportedWindow {
  /// The window for computing shapes; its numbers are within the language's bounds.
  func window(ceil: Bool) -> Window {
    Window(
      kernel: kernel, stride: stride, padding: padding, dilation: dilation, ceil: ceil)
  }

  /// The zeros below and to the right of a map that the last windows need.
  ///
  /// - Parameter ceil: Whether the output's size is rounded up.
  func farPadding(of plane: PlaneSize, ceil: Bool) -> Sides? {
    let window = window(ceil: ceil)
    return window.output(of: plane).map { window.reach(from: plane, to: $0) }
  }
}
