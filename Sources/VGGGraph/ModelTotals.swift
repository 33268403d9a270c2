/// Sums over a whole network, for one image in float32.
package struct ModelTotals: Hashable, Sendable {
  /// Convolutions and fully connected layers.
  package let weightLayers: Int
  /// The inputs of the first fully connected layer: channels * height * width of the last map; `nil` if the
  /// network ends before that, or its classifier is dense.
  package let flattened: Int?
  package let parameters: Int
  package let featureParameters: Int
  package let classifierParameters: Int
  package let macs: Int
  /// The outputs of all layers that do not work in place, at 4 bytes per value; a layer after a tap does not.
  package let activationBytes: Int
  /// The memory for two activation arenas if each layer runs separately, and for the values of taps, at 4 bytes per
  /// value; a runtime that fuses layers needs less.
  package let peakActivationBytes: Int
}
