import VGGSpec

extension ModelTotals {
  /// Adds up checked layers; `nil` if a sum does not fit 64 bits.
  ///
  /// - Parameter taps: The layers whose values are kept until the end.
  init?(of layers: [Layer], input: MapShape, taps: [Tap]) {
    var sums = Sums(input: Shape.map(input).elementCount)
    let tapped = Set(taps.map(\.layer))
    for (index, layer) in layers.enumerated() {
      guard sums.add(layer), !tapped.contains(index) || sums.keep(layer.output) else { return nil }
    }
    guard let parameters = checkedSum(sums.featureParameters, sums.classifierParameters),
      let activationBytes = checkedProduct(sums.activations, MemoryLayout<Float>.size),
      let peak = checkedSum(sums.arenas[0], sums.arenas[1]).flatMap({ checkedSum($0, sums.kept) }),
      let peakBytes = checkedProduct(peak, MemoryLayout<Float>.size)
    else { return nil }
    self.init(
      weightLayers: sums.weightLayers, flattened: sums.flattened, parameters: parameters,
      featureParameters: sums.featureParameters, classifierParameters: sums.classifierParameters,
      macs: sums.macs, activationBytes: activationBytes, peakActivationBytes: peakBytes)
  }
}

private struct Sums {
  var weightLayers = 0
  var flattened: Int?
  private var hasClassifier = false
  var featureParameters = 0
  var classifierParameters = 0
  var macs = 0
  var activations = 0
  /// The sizes of the two activation arenas: a layer reads from one and writes to the
  /// other, unless it works in place. Each is as large as the largest tensor that it ever holds.
  var arenas: [Int]
  private var current = 0
  /// The values of taps, which are copied out of the arenas.
  private(set) var kept = 0
  /// Whether the current values are a tap's, so that the next layer must not overwrite them.
  private var isKept = false

  init(input: Int) {
    arenas = [input, 0]
  }

  /// Returns false if a sum does not fit.
  mutating func add(_ layer: Layer) -> Bool {
    let operation = type(of: layer.kind.operation)
    if operation.group.isWeightLayer { weightLayers += 1 }
    // For a dense classifier, the flattened values are its scores.
    if layer.kind.isFlatten, !hasClassifier { flattened = layer.output.elementCount }
    if layer.position.isClassifier { hasClassifier = true }
    guard let macs = checkedSum(macs, layer.macs), addParameters(layer) else { return false }
    self.macs = macs
    if operation.worksInPlace {
      guard isKept, operation.group.changesValues else { return true }
      isKept = false
      return addActivations(layer.output)
    }
    isKept = false
    current = 1 - current
    arenas[current] = max(arenas[current], layer.output.elementCount)
    return addActivations(layer.output)
  }

  private mutating func addActivations(_ shape: Shape) -> Bool {
    guard let activations = checkedSum(activations, shape.elementCount) else { return false }
    self.activations = activations
    return true
  }

  /// Keeps the last layer's values, which are a tap's; returns false if a sum does not fit.
  mutating func keep(_ shape: Shape) -> Bool {
    guard let kept = checkedSum(kept, shape.elementCount) else { return false }
    self.kept = kept
    isKept = true
    return true
  }

  private mutating func addParameters(_ layer: Layer) -> Bool {
    if case .classifier = layer.position {
      guard let sum = checkedSum(classifierParameters, layer.parameters) else { return false }
      classifierParameters = sum
    } else {
      guard let sum = checkedSum(featureParameters, layer.parameters) else { return false }
      featureParameters = sum
    }
    return true
  }
}
