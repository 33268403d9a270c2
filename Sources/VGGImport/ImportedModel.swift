import VGGFindings
import VGGSpec

/// A model that was read from another tool's text.
package struct ImportedModel: Sendable {
  package var name: String?
  package var input: MapShape?
  package var features: [FeatureElement]
  package var batchNorm: Bool
  package var activation = ActivationChoice.function(.relu)
  package var averagePool: PlaneSize?
  /// `nil` if the text has none, and empty if the network is known to end in features.
  package var classifier: [ClassifierElement]?
  /// The window of the first linear layer, if the classifier is in the dense form.
  package var dense: Sides?
  /// The names of the layers that are outputs in addition to the last.
  package var taps: [String] = []
  /// The parts that are missing from the text.
  package var unsaid: [UnsaidPart]
  package var differences: [ForeignDifference]
  /// The layers that have weights, in order.
  package var weighted: [WeightedLayer] = []
  /// The means subtracted from each channel, on values from 0 to 255, in the file's order of channels; empty if the
  /// file does not state them.
  package var means: [Double] = []
  /// The order in which the file's first linear layer reads a map.
  package var valueOrder = ValueOrder.channelsFirst

  /// A model with only features, as in a list.
  init(name: String? = nil, features: [FeatureElement], differences: [ForeignDifference] = []) {
    self.name = name
    self.features = features
    self.differences = differences
    (input, batchNorm, averagePool, classifier) = (nil, false, nil, nil)
    unsaid = [.classifier, .input]
  }
}

extension ImportedModel {
  /// The model of a file that contains a whole network: without a classifier, it ends in features.
  package var whole: ImportedModel {
    guard classifier == nil else { return self }
    var model = self
    model.classifier = []
    model.unsaid.removeAll { $0 == .classifier }
    return model
  }
}

extension ImportedModel {
  /// Whether a linear layer takes a map that may have several values per channel, so that their order matters.
  package var flattensMap: Bool {
    let hasLinear =
      classifier?.contains { if case .linear = $0 { true } else { false } } ?? false
    if case .globalPool = features.last { return false }
    return hasLinear && averagePool != PlaneSize(height: 1, width: 1)
  }
}

/// A layer with weights, as described in the file that lists it.
package struct WeightedLayer: Sendable {
  package enum Role: Sendable {
    case convolution(ChannelConnection)
    case linear
    case activation
    /// - Parameter epsilon: The number added to the variance, if the file states it.
    case norm(epsilon: Double?)
  }

  /// The layer's name; empty if the file does not name it.
  package let name: String
  package let role: Role
  package let storage: WeightStorage
}

/// The input channels that a convolution's output channel depends on.
package enum ChannelConnection: Sendable {
  case all
  /// The channels of one group.
  case group
  /// One channel, in a tool whose kernel has the shape input channels x outputs per channel.
  case each
}

/// The form in which a tool's file stores a layer's weights.
package enum WeightStorage: Sendable {
  /// Stored under the layer's name.
  case whole
  /// The depthwise half of a separable convolution, stored under the layer's name.
  case depthwiseHalf
  /// The other half, with the bias.
  case pointwiseHalf
  /// A batch normalisation, with a weight of 1 or a bias of 0 if the tool stores none.
  ///
  /// - Parameter scale: The name of the layer that stores them; `nil` if it is the layer itself.
  case norm(scale: String?, hasWeight: Bool, hasBias: Bool)
}
