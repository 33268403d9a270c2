import VGGDiagnostics
import VGGFindings
import VGGSpec

/// A checked network: every shape known, every chain proved.
///
/// Only ``check(_:earlier:)`` makes one, so nothing that holds a graph needs a path for bad models.
package struct ModelGraph: Sendable {
  package let name: String
  /// Image shape, channels x height x width.
  package let input: MapShape
  /// In the order in which they run; never empty.
  package let layers: [Layer]
  package let totals: ModelTotals
  package let preprocessing: Preprocessing
  package let augmentation: Augmentation
  package let training: TrainingRecipe
  /// Class names in the order of the outputs, where the configuration has them.
  package let labels: [String]?
  /// Where they are written.
  package let labelsRange: SourceRange?

  init(
    name: String, input: MapShape, layers: [Layer], totals: ModelTotals,
    preprocessing: Preprocessing, augmentation: Augmentation = .init(),
    training: TrainingRecipe = .init(), labels: [String]?, labelsRange: SourceRange? = nil
  ) {
    self.name = name
    self.input = input
    self.layers = layers
    self.totals = totals
    self.preprocessing = preprocessing
    self.augmentation = augmentation
    self.training = training
    self.labels = labels
    self.labelsRange = labelsRange
  }

  /// The shape of what the last layer gives.
  package var output: Shape { layers.last?.output ?? .map(input) }

  /// Whether the last layer that changes values is a softmax, so that the network gives
  /// probabilities.
  package var givesProbabilities: Bool {
    layers.last { !$0.kind.isDropout }?.kind.isSoftmax == true
  }

  /// The pooling that makes the last map of the features into one of a fixed size.
  package var adaptivePool: AdaptiveAvgPool2d? {
    for layer in layers {
      if let pool = layer.kind.adaptivePool { return pool }
    }
    return nil
  }

  /// Whether a layer makes a map of the same size whatever the image's, so that every image has as many flattened
  /// values.
  package var hasFixedMap: Bool { layers.contains { $0.kind.operation.fixesSize } }

  /// The last map before the classifier: what `flatten` takes.
  package var finalMap: MapShape {
    for layer in layers where layer.kind.isFlatten {
      if case .map(let map) = layer.input { return map }
    }
    return input
  }
}

/// The layers up to the first error: what reports may show of a model that failed its checks, and
/// nothing else uses.
package struct LayerTrace: Sendable {
  package let name: String
  /// `nil` when the input shape itself was wrong.
  package let input: MapShape?
  package let layers: [Layer]
  /// The first error, at which the trace ends.
  package let stop: Diagnostic
}

/// What checking yields: a whole graph, or the trace of layers up to the first error.
package enum CheckedModel: Sendable {
  case graph(ModelGraph)
  case stopped(LayerTrace)
}
