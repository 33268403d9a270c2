import VGGDiagnostics
import VGGFindings
import VGGSpec

/// A checked network: every shape known, every chain proved.
///
/// Only ``check(_:earlier:)`` creates one, so code that holds a graph needs no path for bad models.
package struct ModelGraph: Sendable {
  package let name: String
  /// Image shape, channels x height x width.
  package let input: MapShape
  /// In the order in which they run; never empty.
  package let layers: [Layer]
  package internal(set) var totals: ModelTotals
  package let preprocessing: Preprocessing
  package let augmentation: Augmentation
  package let training: TrainingRecipe
  /// Class names in the order of the outputs; `nil` if the configuration has none.
  package let labels: [String]?
  /// The place where they are written.
  package let labelsRange: SourceRange?
  /// Whether the configuration lists further layers, which `until` leaves out.
  package let isCutOff: Bool
  /// The outputs in addition to the last, in the configuration's order; each belongs to a different layer before the last.
  package internal(set) var taps: [Tap]

  init(
    name: String, input: MapShape, layers: [Layer], totals: ModelTotals,
    preprocessing: Preprocessing, augmentation: Augmentation = .init(),
    training: TrainingRecipe = .init(), labels: [String]?, labelsRange: SourceRange? = nil,
    isCutOff: Bool = false, taps: [Tap] = []
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
    self.isCutOff = isCutOff
    self.taps = taps
  }

  /// The shape of the last layer's output.
  package var output: Shape { layers.last?.output ?? .map(input) }

  /// The kind of values that the network outputs.
  package var outcome: NetworkOutcome {
    guard case .vector = output, !isCutOff else { return .features }
    let last = layers.last { !$0.kind.isDropout }
    return last?.kind.isSoftmax == true ? .probabilities : .scores
  }

  /// The pooling layer that makes the features' last map one of a fixed size.
  package var adaptivePool: AdaptiveAvgPool2d? {
    for layer in layers {
      if let pool = layer.kind.adaptivePool { return pool }
    }
    return nil
  }

  /// The first layer of a classifier in the dense form, with its input map; `nil` if the classifier is not
  /// dense.
  package var dense: (layer: DenseLinear, map: MapShape)? {
    for layer in layers {
      if let dense = layer.kind.denseLinear, case .map(let map) = layer.input {
        return (dense, map)
      }
    }
    return nil
  }

  /// The map that the first fully connected layer's weights are for: the one that is flattened, or a window of a dense
  /// classifier.
  package var classifierMap: MapShape {
    dense.map {
      MapShape(
        channels: $0.layer.channels, height: $0.layer.kernel.height, width: $0.layer.kernel.width)
    } ?? finalMap
  }

  /// Whether a layer's output map has the same size for every image, so that every image has the same number of
  /// flattened values.
  package var hasFixedMap: Bool { layers.contains { $0.kind.operation.fixesSize } }

  /// The last map: the input of `flatten`, or the network's output.
  package var finalMap: MapShape {
    for layer in layers.reversed() {
      if case .map(let map) = layer.output { return map }
    }
    return input
  }
}

/// The kind of a network's outputs.
package enum NetworkOutcome: Hashable, Sendable {
  /// A score for each class, before any softmax.
  case scores
  /// A probability for each class.
  case probabilities
  /// A feature map, or the values of a layer before the last.
  case features
}

/// The layers up to the first error: only reports use them, to show part of a model that failed its
/// checks.
package struct LayerTrace: Sendable {
  package let name: String
  /// `nil` if the input shape itself was wrong.
  package let input: MapShape?
  package let layers: [Layer]
  /// The first error, at which the trace ends.
  package let stop: Diagnostic
}

/// The result of checking: a whole graph, or the trace of layers up to the first error.
package enum CheckedModel: Sendable {
  case graph(ModelGraph)
  case stopped(LayerTrace)
}

extension CheckedModel {
  package var name: String {
    switch self {
    case .graph(let graph): graph.name
    case .stopped(let trace): trace.name
    }
  }

  /// The image; `nil` if the error is in the image itself.
  package var input: MapShape? {
    switch self {
    case .graph(let graph): graph.input
    case .stopped(let trace): trace.input
    }
  }

  /// All layers, or those up to the error.
  package var layers: [Layer] {
    switch self {
    case .graph(let graph): graph.layers
    case .stopped(let trace): trace.layers
    }
  }
}
