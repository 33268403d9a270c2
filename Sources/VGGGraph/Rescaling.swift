import VGGSpec

/// A network at another input size: the same layers, with the first fully connected
/// layer as wide as the new map requires.
package struct RescaledModel: Sendable, Hashable {
  /// The last map of the features, before any adaptive pooling.
  package let featureMap: MapShape
  /// The last map: the one that is flattened, or the network's output.
  package let finalMap: MapShape
  /// The inputs of the first fully connected layer: channels * height * width of ``finalMap``; `nil` if the
  /// network ends before that, or its classifier is dense.
  package let flattened: Int?
  package let parameters: Int
  package let macs: Int
}

extension ModelGraph {
  /// Runs the shape arithmetic again for an image of another height and width, in pixels.
  ///
  /// For example: configuration D at 512 x 512 flattens to 131,072 and has 572,468,008 parameters.
  ///
  /// - Returns: `nil` if a window does not fit its map, or a count does not fit 64 bits.
  package func rescaled(to size: PlaneSize) -> RescaledModel? {
    let image = MapShape(channels: input.channels, height: size.height, width: size.width)
    var walk = ShapeWalk(image: image)
    for layer in layers {
      guard walk.pass(layer.kind) else { return nil }
    }
    return RescaledModel(
      featureMap: walk.featureMap, finalMap: walk.finalMap, flattened: walk.flattened,
      parameters: walk.parameters, macs: walk.macs)
  }
}

/// A shape on its way through the layers, and their costs.
private struct ShapeWalk {
  private var shape: Shape
  /// The map after the last window.
  private(set) var featureMap: MapShape
  /// The last map, and its values if it is flattened.
  private(set) var finalMap: MapShape
  private(set) var flattened: Int?
  /// Whether the classifier runs at every position of the map, so that the flattened values are its scores.
  private var isDense = false
  private(set) var parameters = 0
  private(set) var macs = 0

  init(image: MapShape) {
    shape = .map(image)
    featureMap = image
    finalMap = image
  }

  /// Passes the shape through the layer, made as wide as needed; returns false if it cannot take the shape, or a count
  /// does not fit.
  mutating func pass(_ kind: LayerKind) -> Bool {
    let operation = kind.taking(inputs: shape.inputs).operation
    guard let output = operation.output(for: shape), let ownParameters = operation.parameterCount,
      let ownMACs = operation.macs(for: output),
      let allParameters = checkedSum(parameters, ownParameters),
      let allMACs = checkedSum(macs, ownMACs)
    else { return false }
    parameters = allParameters
    macs = allMACs
    if kind.denseLinear != nil { isDense = true }
    switch (shape, output) {
    case (.map, .map(let map)):
      if kind.window != nil { featureMap = map }
      finalMap = map
    case (.map, .vector(let count)): if !isDense { flattened = count }
    case (.vector, _): break
    }
    shape = output
    return true
  }
}
