import VGGSpec

extension ModelTotals {
  /// Adds up checked layers; `nil` if a sum does not fit 64 bits.
  init?(of layers: [Layer], input: MapShape) {
    var sums = Sums(input: Shape.map(input).elementCount)
    for layer in layers {
      guard sums.add(layer) else { return nil }
    }
    guard let parameters = checkedSum(sums.featureParameters, sums.classifierParameters),
      let activationBytes = checkedProduct(sums.activations, MemoryLayout<Float>.size),
      let peak = checkedSum(sums.arenas[0], sums.arenas[1]),
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
    guard !operation.worksInPlace else { return true }
    let count = layer.output.elementCount
    current = 1 - current
    arenas[current] = max(arenas[current], count)
    guard let activations = checkedSum(activations, count) else { return false }
    self.activations = activations
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
