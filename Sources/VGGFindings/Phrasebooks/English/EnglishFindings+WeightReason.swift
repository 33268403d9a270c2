import VGGDiagnostics

extension EnglishFindings {
  /// A sentence without its full stop, with what to do where there is something.
  package func words(for reason: WeightReason) -> String {
    switch reason {
    case .otherNames(let first):
      "no name is of torchvision's VGG, such as features.0.weight; "
        + (first.map { "the first is \($0)" } ?? "the file holds no tensors")
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
    case .inputSize(let size): words(for: size)
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

  private func words(for size: WeightReason.InputSize) -> String {
    let image = PlaneSize(height: size.networkImage.height, width: size.networkImage.width)
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
