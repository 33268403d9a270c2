import VGGGraph

/// The result of a program's step for one image: the output of the last layer that it computes.
package struct TracedValue: Hashable, Sendable {
  /// torchvision's name of the layer.
  package let layer: String
  /// The shape without the batch axis.
  package let shape: [Int]
  package let values: [Float]

  init(_ layer: Layer, _ values: [Float]) {
    self.layer = layer.name
    shape = layer.output.dimensions
    self.values = values
  }
}
