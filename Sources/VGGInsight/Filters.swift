import VGGGraph
import VGGWeights

/// The filters of a convolution, as they are stored in the weights.
package struct Filters: Hashable, Sendable {
  package let layer: ChosenLayer
  /// Output channels x input channels of a group x the kernel's height x its width.
  package let shape: [Int]
  package let values: [Float]

  /// - Throws: `InsightError` for a layer without filters; `WeightError` when its tensor is missing or has a different
  ///   shape.
  package init(
    of layer: ChosenLayer, in graph: ModelGraph, weights: some WeightSource
  ) throws {
    guard let index = layer.index, let convolution = graph.layers[index].kind.filters else {
      let names = PaperNames(graph.layers).names
      throw InsightError.noFilters(
        layer: layer.name,
        known: graph.layers.indices.filter { graph.layers[$0].kind.filters != nil }.map {
          names[$0]
        })
    }
    let stored = graph.layers[index].kind.operation.tensors[0].shape
    let tensor = try weights.tensor("\(graph.layers[index].name).weight", shape: stored)
    self.layer = layer
    shape = convolution.tensors[0].shape
    values = tensor.values
    guard values.allSatisfy(\.isFinite) else {
      throw InsightError.notFinite(.layer(layer.name))
    }
  }

  /// The weights of filter `number`: input channels of a group x the kernel's height x its width.
  package subscript(number: Int) -> ArraySlice<Float> {
    let size = shape.dropFirst().reduce(1, *)
    return values[number * size..<(number + 1) * size]
  }
}

extension LayerKind {
  /// The convolution whose filters the layer has; `nil` for a layer without filters.
  fileprivate var filters: Conv2d? { convolution ?? denseLinear?.convolution }
}
