import VGGDiagnostics
import VGGGraph
import VGGWeights

/// The reason why the network of a weight file cannot be written in the language.
package enum UninferableNetwork: Error, Hashable {
  /// Two equally good readings of the names.
  case ambiguous(WeightNames.Ambiguity)
  /// The names of tensors that do not belong to the layers of one chain.
  case notUnderstood([String])
  /// No tensor of a layer; `first` is the file's first tensor, if it has any.
  case noLayers(first: String?)
  /// The names of convolutions' weights that show only an order.
  case onlyOrder([String])
  /// Two layers with the same index, in `features` or at a position of the classifier.
  case sharedIndex(in: String)
  /// A layer right after a convolution, with no index left for an activation.
  case noIndexForActivation(LayerPosition)
  /// A layer that takes another number of channels or values than the previous one outputs.
  case brokenChain(LayerPosition, takes: Int, previous: LayerPosition, outputs: Int)
  /// A batch normalisation of another number of channels or values than the layer before it outputs.
  case otherNorm(LayerPosition, of: Int, outputs: Int)
  /// A batch normalisation before the first linear layer.
  case normOfFlattenedMap(LayerPosition)
  /// A weight with several numbers that is alone at its index, as that of a PReLU with one number per channel.
  case severalSlopes(LayerPosition, count: Int)
  /// A first linear layer whose inputs cannot be maps of the last convolution.
  case unevenInputs(LayerPosition, inputs: Int, channels: Int)
  /// A first linear layer whose inputs no image produces.
  case noImageSize(inputs: Int)
  /// A number outside the language's bounds.
  case outOfBounds(LayerPosition, Bounded)
  /// An index over the largest number of layers.
  case tooManyLayers(LayerPosition, limit: Int)

  /// The properties of a layer that have bounds.
  package enum Bounded: Hashable, Sendable {
    case channels
    case channelsOrKernel
    case indexOrSizes
  }
}

extension UninferableNetwork {
  /// The reason in English.
  package var reason: String { English().words(for: self) }
}
