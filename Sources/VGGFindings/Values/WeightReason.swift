/// Why weights do not fit a network, as far as names and shapes tell.
package enum WeightReason: Hashable, Sendable {
  /// No tensor has a name of torchvision's VGG; the first has this one, in quotes.
  case otherNames(first: String?)
  /// The features are those of the built-in configuration of this name.
  case otherConfiguration(String)
  /// The convolutions are the network's; batch normalisation is in the file alone, or in the
  /// network alone.
  case batchNorm(inFile: Bool)
  /// The images have other channels.
  case inputChannels(file: Int, network: Int)
  /// The features differ otherwise.
  case otherFeatures
  /// The features fit, and the file has no linear layer.
  case noClassifier
  /// The first linear layer takes another map.
  case inputSize(InputSize)
  /// The last linear layer has other outputs.
  case classes(file: Int, network: Int)
  /// The hidden layers have other sizes, or another number.
  case hiddenLayers(file: [Int], network: [Int])
  /// The same linear layers are at other places, as dropout between them has one.
  case classifierPlaces(file: [Int], network: [Int])

  /// What the first linear layer's inputs say about the images.
  package struct InputSize: Hashable, Sendable {
    package let inputs: Int
    package let channels: Int
    /// The side of the square map that they are; `nil` where they are none.
    package let side: Int?
    /// The square images that produce such a map.
    package let images: ClosedRange<Int>?
    package let networkMap: MapShape
    package let networkImage: MapShape

    package init(
      inputs: Int, channels: Int, side: Int?, images: ClosedRange<Int>?, networkMap: MapShape,
      networkImage: MapShape
    ) {
      self.inputs = inputs
      self.channels = channels
      self.side = side
      self.images = images
      self.networkMap = networkMap
      self.networkImage = networkImage
    }
  }

  /// Its name in JSON.
  package var code: String {
    switch self {
    case .otherNames: "other-names"
    case .otherConfiguration: "other-configuration"
    case .batchNorm: "batch-norm"
    case .inputChannels: "input-channels"
    case .otherFeatures: "other-features"
    case .noClassifier: "no-classifier"
    case .inputSize: "input-size"
    case .classes: "classes"
    case .hiddenLayers: "hidden-layers"
    case .classifierPlaces: "classifier-places"
    }
  }
}
