/// A layer whose values are an output of the network in addition to the last.
package struct Tap: Sendable, Hashable {
  /// The layer's name as in the configuration: the paper's, such as `relu1_2`, or torchvision's.
  package let name: String
  /// The layer's index in ``ModelGraph/layers``.
  package let layer: Int
}

extension ModelGraph {
  /// Each tap with its layer, in the configuration's order.
  package var tappedLayers: [(tap: Tap, layer: Layer)] { taps.map { ($0, layers[$0.layer]) } }

  /// The same network with the outputs of `layers`, in their order, instead of the configured taps.
  ///
  /// - Precondition: the layers are different, none is a dropout layer, and none computes the network's output.
  package func tapping(_ layers: [Int]) -> ModelGraph {
    let names = PaperNames(self.layers).names
    var copy = withoutTaps
    copy.taps = layers.map { Tap(name: names[$0], layer: $0) }
    copy.totals = ModelTotals(of: self.layers, input: input, taps: copy.taps) ?? totals
    return copy
  }

  /// The same network with only its last output.
  package var withoutTaps: ModelGraph {
    var copy = self
    copy.taps = []
    // Without taps the sums are smaller, so they fit.
    copy.totals = ModelTotals(of: layers, input: input, taps: []) ?? totals
    return copy
  }
}
