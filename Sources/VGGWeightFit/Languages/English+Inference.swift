import VGGDiagnostics
import VGGPhrasebooks
import VGGWeights

extension English {
  package func words(for reason: UninferableNetwork) -> String {
    switch reason {
    case .ambiguous(let ambiguity): ambiguity.remark
    case .notUnderstood(let names):
      "\(few(names)) \(names.count == 1 ? "is" : "are") not understood: the names and shapes are "
        + "not those of convolutions, batch normalisation or linear layers in one chain"
    case .noLayers(let first):
      "no tensor has a layer's name and shape, as features.0.weight does"
        + (first.map { "; the first is \(quoted($0))" } ?? "")
    case .onlyOrder(let names):
      "\(few(names)) show the order of convolutions, but not where the pooling layers are; \(remedy)"
    case .sharedIndex(let place): "two layers have the same index in \(place): \(notPlainChain)"
    case .noIndexForActivation(let place):
      "\(place) directly follows a convolution, with no index left for ReLU, and weights do not show the "
        + "activations; \(remedy)"
    case .brokenChain(let place, let inputs, let previous, let outputs):
      "\(place) takes \(inputs) \(place.isClassifier ? "inputs" : "channels"), but \(previous) outputs "
        + "\(outputs): \(notPlainChain)"
    case .otherNorm(let place, let count, let outputs):
      place.isClassifier
        ? "\(place) normalises \(count) values, but the linear layer before it has \(outputs) outputs"
        : "\(place) normalises \(count) channels, but the layer before it outputs \(outputs): \(notPlainChain)"
    case .normOfFlattenedMap(let place):
      "\(place) normalises the flattened map; vggc's batch normalisation applies to maps or a linear layer's "
        + "outputs"
    case .severalSlopes(let place, let count):
      "\(place).weight has \(count) numbers and no other tensor at its index, like a PReLU with one per channel; "
        + "vggc's `prelu` has one for the whole layer"
    case .unevenInputs(let place, let inputs, let channels):
      "\(place) takes \(inputs) inputs, not a multiple of the last convolution's \(channels) channels"
    case .noImageSize(let inputs):
      "no image size within the language's bounds produces the classifier's \(inputs) inputs"
    case .outOfBounds(let place, let property):
      "\(place) has \(words(for: property)) outside the language's bounds"
    case .tooManyLayers(let place, let limit):
      "\(place) exceeds the language's limit of \(limit) layers"
    }
  }

  private var notPlainChain: String { "this is not a plain chain of layers" }

  private var remedy: String {
    "write the configuration, and `vggc weights check CONFIG FILE` compares it with the file"
  }

  private func words(for property: UninferableNetwork.Bounded) -> String {
    switch property {
    case .channels: "channels"
    case .channelsOrKernel: "channels or a kernel"
    case .indexOrSizes: "an index or sizes"
    }
  }

  package func words(for remark: InferenceRemark) -> String {
    switch remark {
    case .origin(let file, let version):
      "Inferred by vggc \(version) from the names and shapes in \(printable(file))."
    case .besideNetwork(let names): "Not part of this network: \(few(names))."
    case .notFinite(let names):
      "\(few(names)) \(names.count == 1 ? "holds" : "hold") NaN or infinity: "
        + (remark.concernsClassifierOnly
          ? "do not use the classifier, only the features." : "these weights are broken.")
    case .images(let heights, let widths, let channels, let map):
      "The first linear layer takes \(channels) x \(map.height) x \(map.width) = "
        + "\(channels * map.height * map.width): images "
        + (heights == widths
          ? EnglishFindings().squares(heights)
          : "of height \(text(of: heights)) and width \(text(of: widths))") + ","
    case .pooledImages(let side, let map):
      "or any from \(side) x \(side) with `avgpool: [\(map.height), \(map.width)]`."
    case .otherMaps(let maps):
      "Weights do not show the map's height and width; it may also be "
        + maps.map { "\($0.height) x \($0.width)" }.joined(separator: ", ") + "."
    case .unknownImageSize: "Weights of features alone do not determine the image size."
    case .noFeatureWeights:
      "The file has no weights for feature layers; write the layers that the network has."
    case .assumedPooling:
      "An index without tensors is assumed to be 2x2 max pooling; so is one after the last layer."
    case .assumedDropout:
      "Further free indices are written as dropout: weights do not show layers such as LRN."
    case .assumedStride:
      "Weights do not contain stride or padding: 1, and half the kernel, are assumed."
    case .noClassifier(let example):
      "The file has no classifier. To train one, write your own, such as \(example)."
    case .assumedActivations:
      "Weights do not show ReLU and dropout: they are assumed at free indices."
    case .assumedDropoutProbability:
      "Weights do not contain the dropout probability; 0.5 is assumed."
    }
  }

  private func few(_ names: [String]) -> String {
    let few = FewNames(names)
    return few.shown + (few.omitted > 0 ? " and \(few.omitted) more" : "")
  }

  private func text(of sides: ClosedRange<Int>) -> String {
    sides.count == 1 ? "\(sides.lowerBound)" : "\(sides.lowerBound) to \(sides.upperBound)"
  }
}
