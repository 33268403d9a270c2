/// The reason that weights do not fit a network, as far as names and shapes show.
package enum WeightReason: Hashable, Sendable {
  /// Names and shapes show no chain of layers; this tensor, in quotes, is the first that is not understood.
  case otherNames(first: String?)
  /// A tensor matches either of two in the file, which are in quotes.
  case twoReadings(of: String, String, String)
  /// The features are those of the built-in configuration of this name.
  case otherConfiguration(String)
  /// The convolutions are the network's; batch normalisation is only in the file, or only in the
  /// network.
  case batchNorm(inFile: Bool)
  /// The images have a different number of channels.
  case inputChannels(file: Int, network: Int)
  /// The convolutions have biases only in the file, or only in the network.
  case biases(inFile: Bool)
  /// The same convolutions are at other places of the features, as they are with other pooling layers between them.
  case featurePlaces(file: [Int], network: [Int])
  /// The features differ from this convolution on, counted from 1; weights' extents, `nil` if it doesn't exist.
  case otherFeatures(at: Int, file: [Int]?, network: [Int]?)
  /// The file has no linear layer.
  case noClassifier
  /// The first linear layer expects a map of another size.
  case inputSize(InputSize)
  /// The last linear layer has a different number of outputs.
  case classes(file: Int, network: Int)
  /// The hidden layers differ in size or number.
  case hiddenLayers(file: [Int], network: [Int])
  /// The same linear layers are at other places, with other layers between them.
  case classifierPlaces(file: [Int], network: [Int])
  /// The convolutions can be kept, with these options of training and conversion.
  case keepsFeatures(dropsHead: Bool, adaptsInput: Bool)

  /// The images that the first linear layer's inputs imply.
  package struct InputSize: Hashable, Sendable {
    package let inputs: Int
    package let channels: Int
    /// The side of the square map with that many values; `nil` if no square map has them.
    package let side: Int?
    /// The square images that produce such a map.
    package let images: ClosedRange<Int>?
    package let networkMap: MapShape
    package let networkImage: MapShape
    /// Whether the classifier runs at every position of the map, so that `networkMap` is its window.
    package let isDense: Bool

    package init(
      inputs: Int, channels: Int, side: Int?, images: ClosedRange<Int>?, networkMap: MapShape,
      networkImage: MapShape, isDense: Bool = false
    ) {
      self.inputs = inputs
      self.channels = channels
      self.side = side
      self.images = images
      self.networkMap = networkMap
      self.networkImage = networkImage
      self.isDense = isDense
    }
  }

  /// Its name in JSON.
  package var code: String {
    switch self {
    case .otherNames: "other-names"
    case .twoReadings: "two-readings"
    case .otherConfiguration: "other-configuration"
    case .batchNorm: "batch-norm"
    case .inputChannels: "input-channels"
    case .biases: "biases"
    case .featurePlaces: "feature-places"
    case .otherFeatures: "other-features"
    case .noClassifier: "no-classifier"
    case .inputSize: "input-size"
    case .classes: "classes"
    case .hiddenLayers: "hidden-layers"
    case .classifierPlaces: "classifier-places"
    case .keepsFeatures: "keeps-features"
    }
  }
}
