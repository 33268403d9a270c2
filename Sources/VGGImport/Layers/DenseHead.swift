import VGGSpec

/// A classifier in the dense form, as other tools list it: convolutions with a bias, stride 1 and no padding, of which all but
/// the first are 1x1, at the end of the features. The average of each channel follows.
struct DenseHead {
  /// The place of its first convolution among the features.
  let start: Int
  /// The first convolution's.
  let kernel: Sides
  /// The layers as those of a classifier.
  let layers: [ClassifierElement]

  /// - Parameters:
  ///   - features: Entries whose convolutions state their activation and batch normalisation.
  ///   - start: The place of its first layer, where the layers' names tell; otherwise as many convolutions as can be
  ///     the head's are.
  init?(endOf features: [FeatureElement], from start: Int?) {
    var layers: [ClassifierElement] = []
    var first: (place: Int, kernel: Sides)?
    var place = features.count
    while place > start ?? 1 {
      place -= 1
      switch features[place] {
      case .convolution(let convolution):
        guard convolution.isDense, first.map({ $0.kernel == 1 }) ?? true else { break }
        // The last layer gives scores.
        if layers.isEmpty, convolution.activation?.function != nil { return nil }
        let activation = convolution.activation?.function.map { [ClassifierElement.activation($0)] }
        layers =
          [.linear(LinearSpec(outputs: convolution.outputChannels, bias: true))]
          + (activation ?? []) + layers
        first = (place, convolution.kernel)
        continue
      case .dropout(let probability) where !layers.isEmpty:
        layers.insert(.dropout(probability), at: 0)
        continue
      case .dropout, .maxPool, .averagePool, .globalPool, .activation, .batchNorm,
        .localResponseNorm, .unknown:
        break
      }
      break
    }
    guard let first, first.place == start ?? first.place else { return nil }
    self.start = first.place
    kernel = first.kernel
    // Dropout before the first layer is the features'.
    self.layers = Array(layers.drop { !$0.isLinear })
  }
}

extension ConvolutionSpec {
  fileprivate var isDense: Bool {
    self
      == ConvolutionSpec(
        outputChannels: outputChannels, kernel: kernel, padding: 0, batchNorm: false,
        activation: activation)
  }
}
