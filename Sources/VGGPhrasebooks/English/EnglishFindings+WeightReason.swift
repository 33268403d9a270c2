import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  /// A sentence without its full stop, with the remedy if there is one.
  package func words(for reason: WeightReason) -> String {
    switch reason {
    case .otherNames(let first):
      first.map {
        "not all names and shapes are those of one chain of layers; the first tensor that is not understood is \($0)"
      } ?? "the file holds no convolutions"
    case .twoReadings(let name, let first, let second):
      "the names can be read in two ways: \(name) may be \(first) or \(second); save the tensors of one network alone"
    case .otherConfiguration(let name): "the features are those of \(name): `extends: \(name)`"
    case .batchNorm(inFile: true):
      "the weights are of the same features with batch normalisation: `batch_norm: true`"
    case .batchNorm(inFile: false):
      "the weights are of the same features without batch normalisation: `batch_norm: false`"
    case .inputChannels(let file, let network):
      "the weights take images of \(counted(file, "channel")), and the network's have \(network)"
    case .biases(inFile: true):
      "the file's convolutions have biases, and the network's do not: leave out `bias: false`"
    case .biases(inFile: false):
      "the file's convolutions have no biases: write `bias: false`, such as `{conv: 64, bias: false}`"
    case .featurePlaces(let file, let network):
      "the same convolutions are at features \(numbers(file)) in the file, and at \(numbers(network)) in the network: "
        + "pooling layers are elsewhere"
    case .otherFeatures(let place, let file, let network):
      "the features are of another network: convolution \(place) is \(extents(file)) in the file, and "
        + "\(extents(network)) in the network"
    case .noClassifier: "the file holds features only, without a classifier"
    case .inputSize(let size): words(for: size)
    case .classes(let file, let network):
      "the weights tell \(counted(file, "class", plural: "classes")) apart, and the network \(grouped(network)): `classes: \(file)`"
    case .hiddenLayers(let file, let network):
      "the hidden layers are \(file), and the network's are \(network): `hidden: \(file)`"
    case .classifierPlaces(let file, let network):
      "the linear layers are at \(places(file)), and the network's at \(places(network)): "
        + "other layers are between them"
    case .keepsFeatures(let dropsHead, let adaptsInput):
      words(dropsHead: dropsHead, adaptsInput: adaptsInput)
    }
  }

  private func words(dropsHead: Bool, adaptsInput: Bool) -> String {
    let options = (dropsHead ? " --drop-head" : "") + (adaptsInput ? " --adapt-input" : "")
    let parts = [
      dropsHead
        ? "keeps the layers that fit, from the front, and makes the other linear layers new" : nil,
      adaptsInput ? "adapts the first convolution to the network's channels" : nil,
    ]
    return
      "to start from these weights: `vggc weights convert IN OUT --for CONFIG\(options)` or `vgg train --weights "
      + "FILE\(options)` \(parts.compactMap { $0 }.joined(separator: ", and "))"
  }

  private func extents(_ shape: [Int]?) -> String {
    shape.map { $0.map(String.init).joined(separator: "x") } ?? "not there"
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
    let here = "here the map is \(shape(size.networkMap)), of images of \(sides(image))"
    guard let side = size.side else {
      return "the first linear layer takes \(grouped(size.inputs)) inputs; \(here)"
    }
    let images = size.images.map { "images \(squares($0)), or " } ?? ""
    return
      "the first linear layer takes \(size.channels) x \(side) x \(side) = \(grouped(size.inputs)) inputs: "
      + "\(images)`avgpool: [\(side), \(side)]`; \(here)"
  }
}
