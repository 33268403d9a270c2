import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGWeights

/// Why weights do not fit a network, as far as names and shapes tell.
package enum WeightReason: Hashable, Sendable {
  /// No tensor has a name of torchvision's VGG; the first is of this name.
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
  case inputSize(InputSizeReason)
  /// The last linear layer has other outputs.
  case classes(file: Int, network: Int)
  /// The hidden layers have other sizes, or another number.
  case hiddenLayers(file: [Int], network: [Int])
  /// The same linear layers stand at other places, as dropout between them has one.
  case classifierPlaces(file: [Int], network: [Int])

  /// The reasons that names and shapes show, the one that explains most first.
  static func reasons(for tensors: [TensorDescription], in graph: ModelGraph) -> [WeightReason] {
    let (file, network) = (NetworkOutline(tensors), NetworkOutline(graph))
    guard !file.convolutions.isEmpty || !file.linears.isEmpty else {
      return [.otherNames(first: tensors.first?.name)]
    }
    let ofFeatures = featureReasons(file, network)
    return ofFeatures + classifierReasons(file, network, of: graph, fitFeatures: ofFeatures.isEmpty)
  }

  private static func featureReasons(
    _ file: NetworkOutline, _ network: NetworkOutline
  ) -> [WeightReason] {
    if file.convolutions == network.convolutions, file.norms == network.norms { return [] }
    if file.hasFeatures(of: network), let first = file.convolutions.first,
      let own = network.convolutions.first
    {
      return [.inputChannels(file: first.inputChannels, network: own.inputChannels)]
    }
    let hasNorms = !file.norms.isEmpty
    if hasNorms == network.norms.isEmpty, file.channelChain == network.channelChain {
      return [.batchNorm(inFile: hasNorms)]
    }
    return [
      BuiltInOutlines.named(byFeaturesOf: file).map { .otherConfiguration($0.name) }
        ?? .otherFeatures
    ]
  }

  /// - Parameter fitFeatures: Whether the features are the network's, so that the first linear
  ///   layer's inputs speak of the images alone.
  private static func classifierReasons(
    _ file: NetworkOutline, _ network: NetworkOutline, of graph: ModelGraph, fitFeatures: Bool
  ) -> [WeightReason] {
    let (found, needed) = (file.linears, network.linears)
    guard let firstFound = found.first, let firstNeeded = needed.first, let lastFound = found.last,
      let lastNeeded = needed.last
    else { return needed.isEmpty ? [] : [.noClassifier] }
    var reasons: [WeightReason] = []
    if fitFeatures, firstFound.inputs != firstNeeded.inputs {
      let channels = file.convolutions.last?.outputChannels ?? graph.finalMap.channels
      reasons.append(
        .inputSize(InputSizeReason(inputs: firstFound.inputs, channels: channels, graph)))
    }
    let hidden = (found.dropLast().map(\.outputs), needed.dropLast().map(\.outputs))
    if hidden.0 != hidden.1 {
      reasons.append(.hiddenLayers(file: hidden.0, network: hidden.1))
    } else if found.map(\.index) != needed.map(\.index) {
      reasons.append(.classifierPlaces(file: found.map(\.index), network: needed.map(\.index)))
    }
    if lastFound.outputs != lastNeeded.outputs {
      reasons.append(.classes(file: lastFound.outputs, network: lastNeeded.outputs))
    }
    return reasons
  }
}

extension NetworkOutline {
  /// What the convolutions are, wherever they stand.
  fileprivate var channelChain: [[Int]] {
    convolutions.map { [$0.inputChannels, $0.outputChannels, $0.kernel] }
  }
}

/// What the first linear layer's inputs say of the images.
package struct InputSizeReason: Hashable, Sendable {
  let inputs: Int
  let channels: Int
  /// The side of the square map that they are; `nil` where they are none.
  let side: Int?
  /// The square images that give such a map.
  let images: ClosedRange<Int>?
  let networkMap: MapShape
  let networkImage: MapShape

  init(inputs: Int, channels: Int, _ graph: ModelGraph) {
    self.inputs = inputs
    self.channels = channels
    networkMap = graph.finalMap
    networkImage = graph.input
    let (area, remainder) = inputs.quotientAndRemainder(dividingBy: max(channels, 1))
    let root = Int(Double(area).squareRoot().rounded())
    side = remainder == 0 && root > 0 && checkedProduct(root, root) == area ? root : nil
    images = side.flatMap { graph.windows.inputs(forOutput: $0) }
  }
}

// MARK: - In words

extension WeightReason {
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

  /// A sentence without its full stop, with what to do where there is something.
  package var inWords: String {
    switch self {
    case .otherNames(let first):
      "no name is of torchvision's VGG, such as features.0.weight; "
        + (first.map { "the first is \(quoted($0))" } ?? "the file holds no tensors")
    case .otherConfiguration(let name): "the features are those of \(name): `extends: \(name)`"
    case .batchNorm(inFile: true):
      "the weights are of the same features with batch normalisation: `batch_norm: true`"
    case .batchNorm(inFile: false):
      "the weights are of the same features without batch normalisation: `batch_norm: false`"
    case .inputChannels(let file, let network):
      "the weights take images of \(counted(file, "channel")), and the network's have \(network)"
    case .otherFeatures:
      "the features are of another network; `vggc weights infer` writes its configuration"
    case .noClassifier: "the file holds features only, without a classifier"
    case .inputSize(let reason): reason.inWords
    case .classes(let file, let network):
      "the weights tell \(counted(file, "class", plural: "classes")) apart, and the network \(grouped(network)): `classes: \(file)`, "
        + "or `vggc weights convert --for CONFIG --drop-head` for a new last layer"
    case .hiddenLayers(let file, let network):
      "the hidden layers are \(file), and the network's are \(network): `hidden: \(file)`"
    case .classifierPlaces(let file, let network):
      "the linear layers stand at \(places(file)), and the network's at \(places(network)): "
        + "a dropout takes a place, too"
    }
  }

  private func places(_ indices: [Int]) -> String {
    indices.map { "classifier.\($0)" }.joined(separator: ", ")
  }
}

extension InputSizeReason {
  fileprivate var inWords: String {
    let here =
      "here the map is \(networkMap.channels) x \(networkMap.height) x \(networkMap.width), of images of "
      + "\(networkImage.height) x \(networkImage.width)"
    guard let side else { return "the first linear layer takes \(grouped(inputs)) inputs; \(here)" }
    let sizes = images.map { "images \($0.inSquares), or " } ?? ""
    return
      "the first linear layer takes \(channels) x \(side) x \(side) = \(grouped(inputs)) inputs: "
      + "\(sizes)`avgpool: [\(side), \(side)]`; \(here)"
  }
}
