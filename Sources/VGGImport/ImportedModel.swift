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
  /// `nil` where the text has none.
  package var classifier: [ClassifierElement]?
  /// The parts that the text does not state.
  package var unsaid: [UnsaidPart]
  package var differences: [ForeignDifference]

  /// A model of features alone, as a list has them.
  init(name: String? = nil, features: [FeatureElement], differences: [ForeignDifference] = []) {
    self.name = name
    self.features = features
    self.differences = differences
    (input, batchNorm, averagePool, classifier) = (nil, false, nil, nil)
    unsaid = [.classifier, .input]
  }
}
