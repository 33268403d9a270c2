/// Sums over a whole network, for one image in float32.
package struct ModelTotals: Hashable, Sendable {
  /// Convolutions and fully connected layers.
  package let weightLayers: Int
  /// The inputs of the first fully connected layer: channels * height * width of the last map; `nil` where the
  /// network ends before that, or its classifier is dense.
  package let flattened: Int?
  package let parameters: Int
  package let featureParameters: Int
  package let classifierParameters: Int
  package let macs: Int
  /// The outputs of all layers that do not work in place, 4 bytes a value.
  package let activationBytes: Int
  /// What two activation arenas need where each layer runs by itself, 4 bytes a value; a runtime that
  /// fuses layers needs less.
  package let peakActivationBytes: Int
}
