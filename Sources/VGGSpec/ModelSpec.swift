import VGGDiagnostics
import VGGFindings
import VGGPhotoFit

/// The contents of a configuration, with defaults filled in and each part's place in the text.
///
/// If resolving reported an error, the part says so (`nil` or `unknown`), so that the checks can
/// go on with the known parts and stay silent about anything that depends on it. Such a spec never becomes a
/// graph.
package struct ModelSpec: Sendable {
  package var name: Spanned<String>
  /// Image shape, channels x height x width; `nil` if it was wrong.
  package var input: Spanned<MapShape>?
  package var features: [Spanned<FeatureElement>]
  package var featuresRange: SourceRange
  /// Whether each convolution is followed by batch normalisation.
  package var batchNorm: Bool
  /// The activation that follows each convolution and each of the short classifier's hidden layers.
  package var activation: ActivationChoice
  package var averagePool: AdaptivePoolSpec
  /// Empty if the network ends in its last feature map.
  package var classifier: [Spanned<ClassifierElement>]
  package var classifierRange: SourceRange
  /// The window of the first linear layer, in rows and columns of the map, if the classifier runs at every
  /// place of it and the scores are averaged; `nil` if the map is flattened.
  package var dense: Spanned<Sides>?
  /// The name of the network's last layer; `nil` for the last one listed.
  package var until: Spanned<String>?
  /// The names of the layers whose values are outputs in addition to the last, in the user's order.
  package var taps: [Spanned<String>]
  package var labels: Spanned<[String]>?
  package var preprocess: PreprocessSpec?
  package var augment: AugmentSpec?
  package var training: TrainingSpec?
  /// The place where `training` is written.
  package var trainingRange: SourceRange?
  package var limits: [Spanned<Limit>]
  /// The places of the keys that the model itself states, without those that it shares or inherits.
  package var ownKeys: [ModelKey: SourceRange]
}

/// The `avgpool` key: adaptive average pooling before the classifier, as in torchvision.
package enum AdaptivePoolSpec: Sendable, Equatable {
  case none
  case size(Spanned<PlaneSize>)
  /// Resolving has reported an error here.
  case unknown
}

package typealias MapShape = VGGFindings.MapShape
package typealias PlaneSize = VGGFindings.PlaneSize
package typealias Sides = VGGFindings.Sides

/// A bound that the model must keep: `limits: {parameters: 20M, macs: 2G, activations: 64MiB}`.
package struct Limit: Sendable, Equatable {
  package var quantity: LimitedQuantity
  /// Parameters, MACs, or bytes.
  package var maximum: Int

  package init(_ quantity: LimitedQuantity, maximum: Int) {
    self.quantity = quantity
    self.maximum = maximum
  }
}

/// The `preprocess` key: how a photo becomes the network's input. Parts not stated take their
/// defaults in the graph.
package struct PreprocessSpec: Sendable, Equatable {
  package var resize: Spanned<PhotoResize>?
  package var interpolation: Spanned<PhotoInterpolation>?
  /// Height and width of the centre crop, in pixels.
  package var crop: Spanned<PlaneSize>?
  /// Per channel, on values from 0 to 1; one value applies to all channels.
  package var mean: Spanned<[Double]>?
  package var deviation: Spanned<[Double]>?

  package init() {}
}
