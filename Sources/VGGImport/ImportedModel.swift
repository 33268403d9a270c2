import VGGFindings
import VGGSpec

/// A model of a configuration that was read from another tool's text.
package struct ImportedModel: Sendable {
  package var name: String?
  package var input: MapShape?
  package var features: [FeatureElement]
  package var batchNorm: Bool
  package var activation = ActivationChoice.function(.relu)
  package var averagePool: PlaneSize?
  /// `nil` where the text has none, and empty where the network is known to end in features.
  package var classifier: [ClassifierElement]?
  /// The window of the first linear layer, where the classifier is in the dense form.
  package var dense: Sides?
  /// The parts that the text does not state.
  package var unsaid: [UnsaidPart]
  package var differences: [ForeignDifference]
  /// The layers that have weights, in their order.
  package var weighted: [WeightedLayer] = []
  /// What is subtracted from each channel, on values from 0 to 255, in the file's order of channels; empty where the
  /// file does not state it.
  package var means: [Double] = []
  /// The order in which the file's first linear layer takes a map.
  package var valueOrder = ValueOrder.channelsFirst

  /// A model of features alone, as a list has them.
  init(name: String? = nil, features: [FeatureElement], differences: [ForeignDifference] = []) {
    self.name = name
    self.features = features
    self.differences = differences
    (input, batchNorm, averagePool, classifier) = (nil, false, nil, nil)
    unsaid = [.classifier, .input]
  }
}

extension ImportedModel {
  /// The model of a file that holds a whole network: without a classifier it ends in features.
  package var whole: ImportedModel {
    guard classifier == nil else { return self }
    var model = self
    model.classifier = []
    model.unsaid.removeAll { $0 == .classifier }
    return model
  }
}

extension ImportedModel {
  /// Whether a linear layer takes a map that may have several values per channel, so that their order counts.
  package var flattensMap: Bool {
    let hasLinear =
      classifier?.contains { if case .linear = $0 { true } else { false } } ?? false
    if case .globalPool = features.last { return false }
    return hasLinear && averagePool != PlaneSize(height: 1, width: 1)
  }
}

/// A layer with weights, as the file that lists it knows it.
package struct WeightedLayer: Sendable {
  package enum Role: Sendable {
    case convolution(ChannelConnection)
    case linear
    case activation
    /// - Parameter epsilon: The number that is added to the variance, where the file states it.
    case norm(epsilon: Double?)
  }

  /// Empty where the file gives none.
  package let name: String
  package let role: Role
  package let storage: WeightStorage
}

/// The input channels of which a convolution computes an output channel.
package enum ChannelConnection: Sendable {
  case all
  /// Those of a group.
  case group
  /// One, in a tool whose kernel is input channels x outputs for each.
  case each
}

/// The form in which a tool's file has the weights of a layer.
package enum WeightStorage: Sendable {
  /// Under the layer's name.
  case whole
  /// The depthwise half of a separable convolution, which has the layer's name.
  case depthwiseHalf
  /// The other half, with the bias.
  case pointwiseHalf
  /// A batch normalisation of which the weight is 1 or the bias 0 where the tool has none.
  ///
  /// - Parameter scale: The name of the layer that has them; `nil` where that is the layer itself.
  case norm(scale: String?, hasWeight: Bool, hasBias: Bool)
}
