import VGGGraph
import VGGSpec
import VGGTestSupport
import VGGWeights

/// A network evaluated in float64, layer by layer, without fusion or optimisation.
struct ReferenceNetwork {
  private let graph: ModelGraph
  private let tensors: [String: [Double]]

  init(_ graph: ModelGraph, weights: some WeightSource) throws {
    self.graph = graph
    let tensors = try graph.layers.flatMap(\.stateTensors).map { tensor in
      (tensor.name, try weights.tensor(tensor.name, shape: tensor.shape).values.map(Double.init))
    }
    self.tensors = Dictionary(uniqueKeysWithValues: tensors)
  }

  /// Returns the network's output for one image, channels x height x width.
  func callAsFunction(_ image: [Float]) -> [Double] {
    graph.layers.reduce(image.map(Double.init)) { values, layer in evaluate(layer, values) }
  }

  private func evaluate(_ layer: Layer, _ values: [Double]) -> [Double] {
    if let activation = layer.kind.activation?.activation {
      return activated(values, by: activation, slope: tensor(layer, "weight").first)
    }
    return switch layer.kind {
    case .relu: rectified(values)
    case .batchNorm1d:
      Map(MapShape(channels: values.count, height: 1, width: 1), values)
        .normalized(statistics(layer)).values
    case .dropout, .flatten: values
    case .softmax: softmax(values)
    case .linear(let linear):
      multiplied(
        values, tensor(layer, "weight"), bias: linear.bias ? tensor(layer, "bias") : nil,
        outputs: linear.outputs)
    default: evaluateMap(layer, values)
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
    case .batchNorm2d:
      return map.normalized(statistics(layer)).values
    case .globalMaxPool: return map.globallyPooled(.maximum).values
    case .globalAveragePool: return map.globallyPooled(.average).values
    case .maxPool2d(let pool): return map.maxPooled(pool.window, to: output).values
    case .avgPool2d(let pool): return map.averagePooled(pool, to: output).values
    case .adaptiveAvgPool2d: return map.adaptivelyPooled(to: output).values
    case .localResponseNorm(let norm): return map.responseNormalized(norm).values
    case .relu, .leakyReLU, .elu, .prelu, .gelu, .silu, .sigmoid, .tanh, .batchNorm1d, .dropout,
      .flatten, .softmax, .linear:
      preconditionFailure("\(layer.name) is not of maps alone")
    }
  }

  private func statistics(_ layer: Layer) -> NormStatistics {
    NormStatistics(
      weight: tensor(layer, "weight"), bias: tensor(layer, "bias"),
      mean: tensor(layer, "running_mean"), variance: tensor(layer, "running_var"))
  }

  private func tensor(_ layer: Layer, _ part: String) -> [Double] {
    tensors["\(layer.name).\(part)"] ?? []
  }
}
