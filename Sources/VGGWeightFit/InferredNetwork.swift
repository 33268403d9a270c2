import VGGGraph
import VGGSpec
import VGGWeights

/// Why the network of a file of weights cannot be written in the language.
package struct UninferableNetwork: Error {
  package let reason: String
}

/// A network that has exactly the tensors of an outline, with what names and shapes leave open
/// filled in as VGG has it.
struct InferredNetwork {
  let features: [InferredFeature]
  let hasBatchNorm: Bool
  /// Channels of the last map.
  let channels: Int
  /// Channels of the image.
  let inputChannels: Int
  let classifier: [InferredLayer]
  /// Inputs of the first linear layer; `nil` where there is none.
  let flattened: Int?

  /// - Throws: ``UninferableNetwork`` where the tensors are those of no network of the language.
  init(_ outline: NetworkOutline) throws(UninferableNetwork) {
    let (convolutions, linears) = (outline.convolutions, outline.linears)
    if !outline.others.isEmpty {
      throw UninferableNetwork(
        reason:
          "\(few(outline.others)) \(outline.others.count == 1 ? "is" : "are") not understood: the names and shapes show "
          + "no convolution, batch normalisation or linear layer of one chain")
    }
    guard !convolutions.isEmpty || !linears.isEmpty else {
      let first = outline.beside.first.map { "; the first is \(quoted($0))" } ?? ""
      throw UninferableNetwork(
        reason: "no tensor's name and shape show a layer, as those of features.0.weight do\(first)")
    }
    guard outline.namesInOrder.isEmpty else {
      throw UninferableNetwork(
        reason:
          "\(few(outline.namesInOrder)) show an order of convolutions, but not where pooling layers are; write the "
          + "configuration, and `vggc weights check CONFIG FILE` compares it with the file")
    }
    try checkBounds(outline)
    let groups = try groups(of: convolutions)
    try checkChain(linears)
    hasBatchNorm = try usesBatchNorm(outline)
    features = try inferredFeatures(convolutions, groups, hasBatchNorm: hasBatchNorm)
    classifier = inferredClassifier(linears)
    flattened = linears.first?.inputs
    channels = convolutions.last?.outputChannels ?? linears.first?.inputs ?? 1
    inputChannels = convolutions.first?.inputChannels ?? channels
    if let flattened, !flattened.isMultiple(of: channels) {
      throw UninferableNetwork(
        reason:
          "classifier.\(linears[0].index) takes \(flattened) inputs, which the last convolution's "
          + "\(channels) channels do not divide")
    }
  }
}

/// An entry of `features`.
enum InferredFeature: Hashable {
  case convolution(NetworkOutline.Convolution, groups: Int)
  /// A gap of the names, taken for a 2x2 max pooling.
  case pool
  /// A further place of a gap, taken for a dropout, which changes nothing.
  case placeholder

  /// `nil` for what leaves the map as it is.
  var window: Window? {
    switch self {
    case .convolution(let convolution, _):
      Window(kernel: convolution.kernel, stride: 1, padding: convolution.padding)
    case .pool: Window(kernel: 2, stride: 2, padding: 0)
    case .placeholder: nil
    }
  }
}

extension NetworkOutline.Convolution {
  /// Half the kernel, rounded so that an even one does not make the map larger.
  var padding: Sides { kernel.map { ($0 - 1) / 2 } }
}

/// An entry of `classifier`.
enum InferredLayer: Hashable {
  case linear(NetworkOutline.Linear)
  case relu
  case dropout
}

// MARK: - Features

/// Entries whose tensors have the convolutions' indices.
private func inferredFeatures(
  _ convolutions: [NetworkOutline.Convolution], _ groups: [Int], hasBatchNorm: Bool
) throws(UninferableNetwork) -> [InferredFeature] {
  var features: [InferredFeature] = []
  var next = 0
  for (convolution, groups) in zip(convolutions, groups) {
    guard convolution.index >= next else {
      throw UninferableNetwork(
        reason: "features.\(convolution.index) follows a convolution with no place for "
          + "\(hasBatchNorm ? "batch normalisation and " : "")ReLU between, and weights do not show which activations "
          + "there are; write the configuration, and `vggc weights check CONFIG FILE` compares it with the file"
      )
    }
    let gap = convolution.index - next
    guard gap <= LanguageBounds.elementCount - features.count - 2 else {
      throw UninferableNetwork(
        reason:
          "features.\(convolution.index) is past the language's \(LanguageBounds.elementCount) layers"
      )
    }
    if gap > 0 {
      // A network seldom starts with a pooling.
      features.append(features.isEmpty ? .placeholder : .pool)
      features += [InferredFeature](repeating: .placeholder, count: gap - 1)
    }
    features.append(.convolution(convolution, groups: groups))
    next = convolution.index + (hasBatchNorm ? 3 : 2)
  }
  // Each block of a VGG ends with a pooling, the last one, too.
  if features.isEmpty || features.contains(.pool) { features.append(.pool) }
  return features
}

private func usesBatchNorm(_ outline: NetworkOutline) throws(UninferableNetwork) -> Bool {
  guard let norm = outline.norms.first else { return false }
  let places = outline.convolutions.map {
    NetworkOutline.Norm(index: $0.index + 1, channels: $0.outputChannels)
  }
  if outline.norms == places { return true }
  let missing = places.first { !outline.norms.contains($0) }
  throw UninferableNetwork(
    reason: missing.map {
      "features.\($0.index - 1) has no batch normalisation after it, and others have; write the configuration with "
        + "`batch_norm` for those, and `vggc weights check CONFIG FILE` compares it with the file"
    }
      ?? "the batch normalisations do not each follow a convolution (the first is features.\(norm.index)); write the "
      + "configuration with `batch_norm` among the features, and `vggc weights check CONFIG FILE` compares it with the file"
  )
}

/// The groups of each convolution, which take what the one before outputs; the first is taken for one
/// without.
private func groups(
  of convolutions: [NetworkOutline.Convolution]
) throws(UninferableNetwork) -> [Int] {
  var groups = convolutions.isEmpty ? [] : [1]
  for (previous, next) in zip(convolutions, convolutions.dropFirst()) {
    let count = previous.outputChannels / max(next.inputChannels, 1)
    if count > 0, previous.outputChannels == count * next.inputChannels,
      next.outputChannels.isMultiple(of: count)
    {
      groups.append(count)
      continue
    }
    throw UninferableNetwork(
      reason:
        "features.\(next.index) takes \(next.inputChannels) channels, but features.\(previous.index) "
        + "gives \(previous.outputChannels): this is no plain chain of layers")
  }
  return groups
}

// MARK: - Classifier

private func inferredClassifier(_ linears: [NetworkOutline.Linear]) -> [InferredLayer] {
  var layers: [InferredLayer] = []
  for linear in linears {
    let gap = linear.index - layers.count
    let usual: [InferredLayer] = layers.isEmpty ? [.dropout, .relu] : [.relu, .dropout]
    layers += usual.prefix(gap)
    layers += [InferredLayer](repeating: .relu, count: max(0, gap - usual.count))
    layers.append(.linear(linear))
  }
  return layers
}

private func checkChain(_ linears: [NetworkOutline.Linear]) throws(UninferableNetwork) {
  for (previous, next) in zip(linears, linears.dropFirst())
  where previous.outputs != next.inputs {
    throw UninferableNetwork(
      reason:
        "classifier.\(next.index) takes \(next.inputs) inputs, but classifier.\(previous.index) gives "
        + "\(previous.outputs): this is no plain chain of layers")
  }
}

// MARK: - Bounds

private func checkBounds(_ outline: NetworkOutline) throws(UninferableNetwork) {
  for convolution in outline.convolutions {
    let channels = [convolution.inputChannels, convolution.outputChannels]
    guard channels.allSatisfy(LanguageBounds.channels.contains),
      convolution.kernel.both(LanguageBounds.kernel.contains)
    else {
      throw UninferableNetwork(
        reason:
          "features.\(convolution.index) has channels or a kernel out of the language's bounds")
    }
  }
  for linear in outline.linears {
    guard LanguageBounds.channels.contains(linear.outputs), linear.inputs > 0,
      linear.index < LanguageBounds.elementCount
    else {
      throw UninferableNetwork(
        reason: "classifier.\(linear.index) has a place or sizes out of the language's bounds")
    }
  }
}
