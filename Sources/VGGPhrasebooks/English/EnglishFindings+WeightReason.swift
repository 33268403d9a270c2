import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  /// A sentence without its full stop, with the remedy if there is one.
  package func words(for reason: WeightReason) -> String {
    switch reason {
    case .otherNames(let first):
      first.map {
        "the names and shapes don't all belong to one chain of layers; the first unknown tensor is \($0)"
      } ?? "the file has no convolutions"
    case .twoReadings(let name, let first, let second):
      "the names can be read in two ways: \(name) may be \(first) or \(second); save the tensors of only one network"
    case .otherConfiguration(let name): "the features are those of \(name): `extends: \(name)`"
    case .batchNorm(inFile: true):
      "the weights are for the same features with batch normalisation: `batch_norm: true`"
    case .batchNorm(inFile: false):
      "the weights are for the same features without batch normalisation: `batch_norm: false`"
    case .inputChannels(let file, let network):
      "the weights are for images with \(counted(file, "channel")), but the network's have \(network)"
    case .biases(inFile: true):
      "the file's convolutions have biases, but the network's don't: remove `bias: false`"
    case .biases(inFile: false):
      "the file's convolutions have no biases: write `bias: false`, such as `{conv: 64, bias: false}`"
    case .featurePlaces(let file, let network):
      "the same convolutions are at features \(numbers(file)) in the file, but at \(numbers(network)) in the network: "
        + "the pooling layers are in different places"
    case .otherFeatures(let place, let file, let network):
      "the features are from a different network: convolution \(place) is \(extents(file)) in the file, but "
        + "\(extents(network)) in the network"
    case .noClassifier: "the file has only features, without a classifier"
    case .inputSize(let size): words(for: size)
    case .classes(let file, let network):
      "the weights have \(counted(file, "class", plural: "classes")), but the network has \(grouped(network)): `classes: \(file)`"
    case .hiddenLayers(let file, let network):
      "the hidden layers are \(file) in the file, but \(network) in the network: `hidden: \(file)`"
    case .classifierPlaces(let file, let network):
      "the linear layers are at \(places(file)) in the file, but at \(places(network)) in the network: "
        + "the layers between them differ"
    case .keepsFeatures(let dropsHead, let adaptsInput):
      words(dropsHead: dropsHead, adaptsInput: adaptsInput)
    }
  }

  private func words(dropsHead: Bool, adaptsInput: Bool) -> String {
    let options = (dropsHead ? " --drop-head" : "") + (adaptsInput ? " --adapt-input" : "")
    let parts = [
      dropsHead
        ? "keeps the layers that fit, from the front, and reinitialises the other linear layers"
        : nil,
      adaptsInput ? "adapts the first convolution to the network's channels" : nil,
    ]
    return
      "to start from these weights: `vggc weights convert IN OUT --for CONFIG\(options)` or `vgg train --weights "
      + "FILE\(options)` \(parts.compactMap { $0 }.joined(separator: ", and "))"
  }

  private func extents(_ shape: [Int]?) -> String {
    shape.map { $0.map(String.init).joined(separator: "x") } ?? "missing"
  }

  private func words(for size: WeightReason.InputSize) -> String {
    let image = PlaneSize(height: size.networkImage.height, width: size.networkImage.width)
    if size.isDense {
      let own = shape(size.networkMap)
      guard let side = size.side else {
        return
          "the first linear layer takes \(grouped(size.inputs)) inputs; the dense classifier's window is \(own)"
      }
      return
        "the first linear layer takes \(size.channels) x \(side) x \(side) = \(grouped(size.inputs)) inputs: "
        + "`dense: \(side)`; here the window is \(own)"
    }
    let here = "here the map is \(shape(size.networkMap)), from images of \(sides(image))"
    guard let side = size.side else {
      return "the first linear layer takes \(grouped(size.inputs)) inputs; \(here)"
    }
    let images = size.images.map { "images \(squares($0)), or " } ?? ""
    return
      "the first linear layer takes \(size.channels) x \(side) x \(side) = \(grouped(size.inputs)) inputs: "
      + "\(images)`avgpool: [\(side), \(side)]`; \(here)"
  }
}
