import VGGSpec

/// A classifier in the dense form, as other tools list it: convolutions with a bias, stride 1 and no padding, all of them 1x1
/// except the first, at the end of the features. The average of each channel follows.
struct DenseHead {
  /// The index of its first convolution among the features.
  let start: Int
  /// The first convolution's kernel.
  let kernel: Sides
  /// The layers, converted to those of a classifier.
  let layers: [ClassifierElement]

  /// - Parameters:
  ///   - features: Entries whose convolutions state their activation and batch normalisation.
  ///   - start: The index of its first layer, if the layers' names show it; otherwise the head takes as many convolutions
  ///     as possible.
  init?(endOf features: [FeatureElement], from start: Int?) {
    var layers: [ClassifierElement] = []
    var first: (place: Int, kernel: Sides)?
    var place = features.count
    while place > start ?? 1 {
      place -= 1
      switch features[place] {
      case .convolution(let convolution):
        guard convolution.isDense, first.map({ $0.kernel == 1 }) ?? true else { break }
        // The last layer outputs scores.
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
    // Dropout before the first layer belongs to the features.
    self.layers = Array(layers.drop { !$0.isLinear })
  }
}

extension DenseHead {
  /// The activation of the hidden layers, which is the model's; `nil` if there are none.
  var activation: ActivationChoice? {
    guard layers.count(where: \.isLinear) > 1 else { return nil }
    let functions = layers.compactMap { layer in
      if case .activation(let activation) = layer { activation } else { nil }
    }
    return functions.first.map(ActivationChoice.function) ?? ActivationChoice.none
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
