import VGGSpec

/// What a network becomes at another input size: the same layers, with the first fully connected
/// layer as wide as the new map asks for.
package struct RescaledModel: Sendable, Hashable {
  /// The last map of the features, before any adaptive pooling.
  package let featureMap: MapShape
  /// The map that is flattened.
  package let finalMap: MapShape
  /// The inputs of the first fully connected layer: channels * height * width of ``finalMap``.
  package let flattened: Int
  package let parameters: Int
  package let macs: Int
}

extension ModelGraph {
  /// Runs the shape arithmetic again for an image of another height and width, in pixels.
  ///
  /// For example: configuration D at 512 x 512 flattens to 131,072 and has 572,468,008 parameters.
  ///
  /// - Returns: `nil` when a window does not fit its map, or a count does not fit 64 bits.
  package func rescaled(to size: PlaneSize) -> RescaledModel? {
    var walk = ShapeWalk(
      map: MapShape(channels: input.channels, height: size.height, width: size.width))
    for layer in layers {
      guard walk.pass(layer) else { return nil }
    }
    guard let flattened = walk.flattened else { return nil }
    return RescaledModel(
      featureMap: walk.featureMap, finalMap: walk.map, flattened: flattened,
      parameters: walk.parameters, macs: walk.macs)
  }

  /// The smallest square image that every feature layer can take, in pixels along one side.
  package var smallestSquareInput: Int {
    layers.reversed().reduce(1) { needed, layer in
      layer.kind == .flatten || layer.kind.window == nil
        ? needed : layer.kind.window?.smallestInput(forOutput: needed) ?? needed
    }
  }
}

/// A map on its way through the layers, and what they cost.
private struct ShapeWalk {
  var map: MapShape
  var featureMap: MapShape
  var flattened: Int?
  var parameters = 0
  var macs = 0
  private var hasPassedLinear = false

  init(map: MapShape) {
    self.map = map
    self.featureMap = map
  }

  /// Returns false where the layer cannot take the map, or a count does not fit.
  mutating func pass(_ layer: Layer) -> Bool {
    switch layer.kind {
    case .conv2d(let conv):
      guard slide(conv.window) else { return false }
      map.channels = conv.outputChannels
      featureMap = map
      return add(
        layer.parameters, conv.macs(outputHeight: map.height, outputWidth: map.width))
    case .maxPool2d(let pool): return slide(pool.window)
    case .avgPool2d(let pool): return slide(pool.window)
    case .adaptiveAvgPool2d(let pool):
      map.height = pool.height
      map.width = pool.width
      return true
    case .flatten:
      flattened = checkedProduct(map.channels, map.height, map.width)
      return flattened != nil
    case .linear(let linear): return pass(linear)
    case .batchNorm2d, .relu, .localResponseNorm, .dropout, .softmax:
      return add(layer.parameters, layer.macs)
    }
  }

  private mutating func pass(_ linear: Linear) -> Bool {
    defer { hasPassedLinear = true }
    let inputs = hasPassedLinear ? linear.inputs : flattened ?? linear.inputs
    let widened = Linear(inputs: inputs, outputs: linear.outputs, bias: linear.bias)
    return add(widened.parameterCount, widened.macs)
  }

  private mutating func slide(_ window: Window) -> Bool {
    guard let height = window.outputSize(map.height), let width = window.outputSize(map.width)
    else { return false }
    map.height = height
    map.width = width
    featureMap = map
    return true
  }

  private mutating func add(_ newParameters: Int?, _ newMACs: Int?) -> Bool {
    guard let newParameters, let newMACs, let allParameters = checkedSum(parameters, newParameters),
      let allMACs = checkedSum(macs, newMACs)
    else { return false }
    parameters = allParameters
    macs = allMACs
    return true
  }
}
