import VGGGraph

extension Network {
  /// Sums over a network, for one image in float32.
  public struct Totals: Hashable, Sendable {
    /// The number of convolutions and fully connected layers.
    public let weightLayers: Int
    /// The inputs of the first fully connected layer: channels * height * width of the last map; `nil` if the network
    /// ends before it, or its classifier is dense.
    public let flattened: Int?
    /// The number of learned parameters.
    public let parameters: Int
    /// Those of the layers before the classifier.
    public let featureParameters: Int
    /// Those of the classifier.
    public let classifierParameters: Int
    /// The number of multiply-adds (MACs).
    public let macs: Int
    /// The memory for the outputs of all layers that don't work in place, in bytes.
    public let activationBytes: Int
    /// The largest memory for activations at any time if each layer runs separately, in bytes.
    public let peakActivationBytes: Int
    /// The size of a file with all parameters and statistics, in bytes; `Int.max` if it does not fit 64 bits.
    public let weightBytes: Int
  }
}

extension Network.Totals {
  init(of graph: ModelGraph) {
    let totals = graph.totals
    weightLayers = totals.weightLayers
    flattened = totals.flattened
    parameters = totals.parameters
    featureParameters = totals.featureParameters
    classifierParameters = totals.classifierParameters
    macs = totals.macs
    activationBytes = totals.activationBytes
    peakActivationBytes = totals.peakActivationBytes
    weightBytes = graph.layers.stateBytes
  }
}
