/// The families of layer kinds, which tables and pictures treat alike.
package enum LayerGroup: Hashable, Sendable, CaseIterable {
  case convolution
  case batchNormalization
  case responseNormalization
  /// An element-wise function between layers with weights: ReLU, tanh.
  case activation
  case pooling
  case dropout
  case flatten
  case linear
  case softmax
}

extension LayerGroup {
  /// Whether it has weights of the kind that the paper counts when it says "16 weight layers".
  package var isWeightLayer: Bool {
    switch self {
    case .convolution, .linear: true
    case .batchNormalization, .responseNormalization, .activation, .pooling, .dropout, .flatten,
      .softmax:
      false
    }
  }

  /// Whether the outputs differ from the inputs when the network is used, so that in-place work overwrites the input.
  package var changesValues: Bool {
    switch self {
    case .dropout, .flatten: false
    case .convolution, .batchNormalization, .responseNormalization, .activation, .pooling, .linear,
      .softmax:
      true
    }
  }

  /// Whether the layer changes neither shapes nor counts, so that a table's row would repeat the previous one.
  package var repeatsRowBefore: Bool {
    switch self {
    case .activation, .dropout: true
    case .convolution, .batchNormalization, .responseNormalization, .pooling, .flatten, .linear,
      .softmax:
      false
    }
  }
}
