import VGGGraph
import VGGSpec
import VGGTestSupport
import VGGWeights

/// A network's training loss in float64, layer by layer, without fusion or optimisation.
struct ReferenceTraining {
  let graph: ModelGraph
  let labels: [Int32]
  let smoothing: Double
  /// The seed of dropout's random numbers in the first step.
  let seed: UInt64
  var tensors: [String: [Double]]

  init(
    _ graph: ModelGraph, labels: [Int32], smoothing: Double, seed: UInt64,
    weights: some WeightSource
  ) throws {
    self.graph = graph
    self.labels = labels
    self.smoothing = smoothing
    self.seed = seed
    tensors = try Dictionary(
      uniqueKeysWithValues: graph.layers.flatMap(\.stateTensors).map { tensor in
        (tensor.name, try weights.tensor(tensor.name, shape: tensor.shape).values.map(Double.init))
      })
  }

  /// The mean cross-entropy of a batch.
  func loss(_ images: [[Float]]) -> Double {
    var values = images.map { $0.map(Double.init) }
    for layer in graph.layers { values = evaluate(layer, values) }
    let losses = zip(values, labels).map { logits, label in
      let largest = logits.max() ?? 0
      let sum = logits.reduce(0) { $0 + exponential($1 - largest) }
      let losses = logits.map { largest + logarithm(sum) - $0 }
      return (1 - smoothing) * losses[Int(label)]
        + smoothing * losses.reduce(0, +) / Double(losses.count)
    }
    return losses.reduce(0, +) / Double(losses.count)
  }

  private func evaluate(_ layer: Layer, _ batch: [[Double]]) -> [[Double]] {
    if let activation = layer.kind.activation?.activation {
      let slope = tensor(layer, "weight").first
      return batch.map { activated($0, by: activation, slope: slope) }
    }
    return switch layer.kind {
    case .flatten, .softmax: batch
    case .dropout(let dropout): dropped(batch, layer, dropout.probability)
    case .batchNorm2d, .batchNorm1d: normalized(batch, layer)
    case .linear(let linear):
      batch.map {
        multiplied(
          $0, tensor(layer, "weight"), bias: linear.bias ? tensor(layer, "bias") : nil,
          outputs: linear.outputs)
      }
    default: batch.map { evaluateMap(layer, $0) }
    }
  }

  private func evaluateMap(_ layer: Layer, _ values: [Double]) -> [Double] {
    guard case .map(let input) = layer.input, case .map(let output) = layer.output else {
      preconditionFailure("\(layer.name) takes no map")
    }
    let map = Map(input, values)
    switch layer.kind {
    case .conv2d(let conv):
      let bias = conv.bias ? tensor(layer, "bias") : nil
      return map.convolved(conv, tensor(layer, "weight"), bias: bias, to: output).values
    case .denseLinear(let dense):
      return map.convolved(
        dense.convolution, tensor(layer, "weight"), bias: tensor(layer, "bias"), to: output
      ).values
    case .maxPool2d(let pool): return map.maxPooled(pool.window, to: output).values
    case .avgPool2d(let pool): return map.averagePooled(pool, to: output).values
    case .globalMaxPool: return map.globallyPooled(.maximum).values
    case .globalAveragePool: return map.globallyPooled(.average).values
    case .adaptiveAvgPool2d: return map.adaptivelyPooled(to: output).values
    case .localResponseNorm(let norm): return map.responseNormalized(norm).values
    default: preconditionFailure("\(layer.name) is not of maps alone")
    }
  }

  private func normalized(_ batch: [[Double]], _ layer: Layer) -> [[Double]] {
    let shape =
      switch layer.input {
      case .map(let map): map
      case .vector(let count): MapShape(channels: count, height: 1, width: 1)
      }
    let pixels = shape.height * shape.width
    let channels = (0..<shape.channels).map { channel in
      batch.flatMap { $0[channel * pixels..<(channel + 1) * pixels] }
    }
    let means = channels.map { $0.reduce(0, +) / Double($0.count) }
    let variances = zip(channels, means).map { values, mean in
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    }
    let norm = NormStatistics(
      weight: tensor(layer, "weight"), bias: tensor(layer, "bias"), mean: means,
      variance: variances)
    return batch.map { Map(shape, $0).normalized(norm).values }
  }

  /// Dropout as `VGGGradients.h` describes it: elements of maps are counted in blocks of 16
  /// channels.
  private func dropped(
    _ batch: [[Double]], _ layer: Layer, _ probability: Double
  ) -> [[Double]] {
    var generator = SplitMix64(seed: seed, name: layer.name)
    var first = SplitMix64(seed: generator.next())
    let key = first.next()
    return batch.enumerated().map { image, values in
      values.enumerated().map { index, value in
        let element = element(index, ofImage: image, layer.input)
        var numbers = SplitMix64(seed: key &+ UInt64(element) &* 0x9e37_79b9_7f4a_7c15)
        let share = Double(numbers.next() >> 11) * 0x1p-53
        return share >= probability ? value / (1 - probability) : 0
      }
    }
  }

  private func element(_ index: Int, ofImage image: Int, _ shape: Shape) -> Int {
    guard case .map(let map) = shape else { return image * shape.elementCount + index }
    let pixels = map.height * map.width
    let (channel, pixel) = index.quotientAndRemainder(dividingBy: pixels)
    let block = image * ((map.channels + 15) / 16) + channel / 16
    return (block * pixels + pixel) * 16 + channel % 16
  }

  private func tensor(_ layer: Layer, _ part: String) -> [Double] {
    tensors["\(layer.name).\(part)"] ?? []
  }
}
