import VGGGraph
import VGGSpec
import VGGWeights

/// The reason why the network of a weight file cannot be written in the language.
package struct UninferableNetwork: Error {
  package let reason: String

  init(reason: String) {
    self.reason = reason
  }

  fileprivate init(sharing place: String) {
    reason = "two layers have the same index in \(place): this is not a plain chain of layers"
  }
}

/// A network that has exactly the tensors of an outline; details that names and shapes leave open are filled in with
/// VGG's conventions.
struct InferredNetwork {
  let features: [InferredFeature]
  /// Channels of the last map.
  let channels: Int
  /// Channels of the image.
  let inputChannels: Int
  let classifier: [InferredLayer]
  /// Inputs of the first linear layer; `nil` if there isn't one.
  let flattened: Int?

  /// - Throws: ``UninferableNetwork`` if no network of the language has these tensors.
  init(_ outline: NetworkOutline) throws(UninferableNetwork) {
    let (convolutions, linears) = (outline.convolutions, outline.linears)
    if !outline.others.isEmpty {
      throw UninferableNetwork(
        reason:
          "\(few(outline.others)) \(outline.others.count == 1 ? "is" : "are") not understood: the names and shapes are "
          + "not those of convolutions, batch normalisation or linear layers in one chain")
    }
    guard !convolutions.isEmpty || !linears.isEmpty else {
      let first = outline.beside.first.map { "; the first is \(quoted($0))" } ?? ""
      throw UninferableNetwork(
        reason: "no tensor has a layer's name and shape, as features.0.weight does\(first)")
    }
    guard outline.namesInOrder.isEmpty else {
      throw UninferableNetwork(
        reason:
          "\(few(outline.namesInOrder)) show the order of convolutions, but not where the pooling layers are; write the "
          + "configuration, and `vggc weights check CONFIG FILE` compares it with the file")
    }
    try checkBounds(outline)
    try checkSlopes(outline.slopes)
    try checkChain(linears)
    features = try inferredFeatures(outline, groups(of: convolutions))
    classifier = try inferredClassifier(outline)
    flattened = linears.first?.inputs
    let last = convolutions.last?.outputChannels ?? outline.norms.last?.channels
    channels = last ?? linears.first?.inputs ?? 1
    inputChannels = convolutions.first?.inputChannels ?? channels
    if let flattened, !flattened.isMultiple(of: channels) {
      throw UninferableNetwork(
        reason:
          "classifier.\(linears[0].index) takes \(flattened) inputs, not a multiple of the last convolution's "
          + "\(channels) channels")
    }
  }
}

extension InferredNetwork {
  private var convolutions: [InferredConvolution] { features.compactMap(\.convolution) }

  /// Whether a batch normalisation follows each convolution.
  var hasBatchNorm: Bool {
    !convolutions.isEmpty && convolutions.allSatisfy(\.hasBatchNorm)
  }

  /// Whether a PReLU follows each convolution.
  var hasPReLU: Bool { !convolutions.isEmpty && convolutions.allSatisfy(\.hasPReLU) }
}

/// A convolution with the tensors that follow it.
struct InferredConvolution: Hashable {
  let outline: NetworkOutline.Convolution
  let groups: Int
  var hasBatchNorm = false
  /// Whether its activation is PReLU; without a weight, ReLU is assumed.
  var hasPReLU = false
}

/// An entry of `features`.
enum InferredFeature: Hashable {
  case convolution(InferredConvolution)
  case batchNorm
  case prelu
  /// A gap in the names, assumed to be a 2x2 max pooling layer.
  case pool
  /// A further place in a gap, assumed to be dropout, which changes nothing.
  case placeholder

  /// `nil` for a layer that does not change the map's size.
  var window: Window? {
    switch self {
    case .convolution(let convolution):
      Window(
        kernel: convolution.outline.kernel, stride: 1, padding: convolution.outline.padding)
    case .pool: Window(kernel: 2, stride: 2, padding: 0)
    case .batchNorm, .prelu, .placeholder: nil
    }
  }

  var convolution: InferredConvolution? {
    if case .convolution(let convolution) = self { convolution } else { nil }
  }
}

extension NetworkOutline.Convolution {
  /// Half the kernel, rounded down so that an even kernel does not enlarge the map.
  var padding: Sides { kernel.map { ($0 - 1) / 2 } }
}

/// An entry of `classifier`.
enum InferredLayer: Hashable {
  case linear(NetworkOutline.Linear)
  case batchNorm
  case relu
  case prelu
  case dropout
}

// MARK: - Features

/// Entries whose tensors have the outline's indices.
private func inferredFeatures(
  _ outline: NetworkOutline, _ groups: [Int]
) throws(UninferableNetwork) -> [InferredFeature] {
  let norms = Dictionary(outline.norms.map { ($0.index, $0.channels) }) { first, _ in first }
  let slopes = Set(outline.slopes.compactMap(\.place.featureIndex))
  let convolutions = Dictionary(
    zip(outline.convolutions.map(\.index), zip(outline.convolutions, groups))
  ) { first, _ in first }
  var features: [InferredFeature] = []
  var channels = outline.convolutions.first?.inputChannels
  var next = 0
  let places = Set(norms.keys).union(slopes).union(convolutions.keys)
  if places.count < norms.count + slopes.count + convolutions.count {
    throw UninferableNetwork(sharing: "features")
  }
  for index in places.sorted() where index >= next {
    try addGap(index - next, before: index, to: &features)
    next = index + 1
    if let (convolution, groups) = convolutions[index] {
      var inferred = InferredConvolution(outline: convolution, groups: groups)
      channels = convolution.outputChannels
      if norms[next] == channels {
        inferred.hasBatchNorm = true
        next += 1
      }
      inferred.hasPReLU = slopes.contains(next)
      guard norms[next] == nil, convolutions[next] == nil else {
        throw UninferableNetwork(
          reason:
            "features.\(next) directly follows a convolution, with no index left for ReLU, and weights do not show the "
            + "activations; write the configuration, and `vggc weights check CONFIG FILE` compares it with the file"
        )
      }
      next += 1
      features.append(.convolution(inferred))
    } else if let normalised = norms[index] {
      guard normalised == channels ?? normalised else {
        throw UninferableNetwork(
          reason:
            "features.\(index) normalises \(normalised) channels, but the layer before it outputs \(channels ?? 0): this is "
            + "not a plain chain of layers")
      }
      channels = normalised
      features.append(.batchNorm)
    } else {
      features.append(.prelu)
    }
  }
  // Each block of a VGG ends with a pooling layer, including the last one.
  if features.isEmpty || features.contains(.pool) { features.append(.pool) }
  return features
}

/// Fills places without tensors: one pooling layer, then dropout, which changes nothing.
private func addGap(
  _ count: Int, before index: Int, to features: inout [InferredFeature]
) throws(UninferableNetwork) {
  guard count <= LanguageBounds.elementCount - features.count - 2 else {
    throw UninferableNetwork(
      reason:
        "features.\(index) exceeds the language's limit of \(LanguageBounds.elementCount) layers")
  }
  guard count > 0 else { return }
  // A network seldom starts with a pooling layer.
  features.append(features.isEmpty ? .placeholder : .pool)
  features += [InferredFeature](repeating: .placeholder, count: count - 1)
}

private func checkSlopes(_ slopes: [NetworkOutline.Slopes]) throws(UninferableNetwork) {
  guard let several = slopes.first(where: { $0.count != 1 }) else { return }
  throw UninferableNetwork(
    reason:
      "\(several.place).weight has \(several.count) numbers and no other tensor at its index, like a PReLU with one per channel; "
      + "vggc's `prelu` has one for the whole layer")
}

/// The groups of each convolution, derived from the output channels of the previous one; the first is assumed to have one
/// group.
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
        + "outputs \(previous.outputChannels): this is not a plain chain of layers")
  }
  return groups
}

// MARK: - Classifier

private func inferredClassifier(
  _ outline: NetworkOutline
) throws(UninferableNetwork) -> [InferredLayer] {
  let slopes = outline.slopes.compactMap(\.place.classifierIndex).map { ($0, InferredLayer.prelu) }
  let norms = outline.classifierNorms.map { ($0.index, InferredLayer.batchNorm) }
  let channels = Dictionary(outline.classifierNorms.map { ($0.index, $0.channels) }) { $1 }
  let linears = outline.linears.map { ($0.index, InferredLayer.linear($0)) }
  var row = ClassifierRow()
  for (index, layer) in (slopes + norms + linears).sorted(by: { $0.0 < $1.0 }) {
    guard index < LanguageBounds.elementCount else {
      throw UninferableNetwork(
        reason: "classifier.\(index) has an index or sizes outside the language's bounds")
    }
    if let count = channels[index], count != row.outputs {
      throw UninferableNetwork(
        reason: row.outputs.map {
          "classifier.\(index) normalises \(count) values, but the linear layer before it has \($0) outputs"
        }
          ?? "classifier.\(index) normalises the flattened map; vggc's batch normalisation applies to maps or a linear layer's "
          + "outputs")
    }
    row.fill(to: index)
    guard row.layers.count == index else {
      throw UninferableNetwork(sharing: "classifier.\(index)")
    }
    row.append(layer)
  }
  return row.layers
}

/// The classifier's layers so far, and the kinds of layers since the last linear one.
private struct ClassifierRow {
  private(set) var layers: [InferredLayer] = []
  /// The outputs of the last linear layer; `nil` before the first.
  private(set) var outputs: Int?
  private var hasActivation = false
  private var hasDropout = false

  mutating func append(_ layer: InferredLayer) {
    layers.append(layer)
    switch layer {
    case .linear(let linear):
      (outputs, hasActivation, hasDropout) = (linear.outputs, false, false)
    case .relu, .prelu: hasActivation = true
    case .dropout: hasDropout = true
    case .batchNorm: break
    }
  }

  /// Fills places without tensors: with an activation if there isn't one yet, then dropout (first, before the first
  /// linear layer), then further ReLUs.
  mutating func fill(to index: Int) {
    while layers.count < index {
      append(!hasDropout && (hasActivation || outputs == nil) ? .dropout : .relu)
    }
  }
}

private func checkChain(_ linears: [NetworkOutline.Linear]) throws(UninferableNetwork) {
  for (previous, next) in zip(linears, linears.dropFirst())
  where previous.outputs != next.inputs {
    throw UninferableNetwork(
      reason:
        "classifier.\(next.index) takes \(next.inputs) inputs, but classifier.\(previous.index) outputs "
        + "\(previous.outputs): this is not a plain chain of layers")
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
          "features.\(convolution.index) has channels or a kernel outside the language's bounds")
    }
  }
  for norm in outline.norms where !LanguageBounds.channels.contains(norm.channels) {
    throw UninferableNetwork(
      reason: "features.\(norm.index) has channels outside the language's bounds")
  }
  for linear in outline.linears {
    guard LanguageBounds.channels.contains(linear.outputs), linear.inputs > 0,
      linear.index < LanguageBounds.elementCount
    else {
      throw UninferableNetwork(
        reason: "classifier.\(linear.index) has an index or sizes outside the language's bounds")
    }
  }
}
