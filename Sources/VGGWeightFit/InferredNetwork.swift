import VGGGraph
import VGGSpec
import VGGWeights

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
    guard outline.others.isEmpty else { throw .notUnderstood(outline.others) }
    guard !convolutions.isEmpty || !linears.isEmpty else {
      throw .noLayers(first: outline.beside.first)
    }
    guard outline.namesInOrder.isEmpty else { throw .onlyOrder(outline.namesInOrder) }
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
      throw .unevenInputs(
        .classifier(linears[0].index), inputs: flattened, channels: channels)
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
    throw .sharedIndex(in: "features")
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
        throw .noIndexForActivation(.features(next))
      }
      next += 1
      features.append(.convolution(inferred))
    } else if let normalised = norms[index] {
      guard normalised == channels ?? normalised else {
        throw .otherNorm(.features(index), of: normalised, outputs: channels ?? 0)
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
    throw .tooManyLayers(.features(index), limit: LanguageBounds.elementCount)
  }
  guard count > 0 else { return }
  // A network seldom starts with a pooling layer.
  features.append(features.isEmpty ? .placeholder : .pool)
  features += [InferredFeature](repeating: .placeholder, count: count - 1)
}

private func checkSlopes(_ slopes: [NetworkOutline.Slopes]) throws(UninferableNetwork) {
  guard let several = slopes.first(where: { $0.count != 1 }) else { return }
  throw .severalSlopes(several.place, count: several.count)
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
    throw .brokenChain(
      .features(next.index), takes: next.inputChannels, previous: .features(previous.index),
      outputs: previous.outputChannels)
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
      throw .outOfBounds(.classifier(index), .indexOrSizes)
    }
    if let count = channels[index], count != row.outputs {
      guard let outputs = row.outputs else { throw .normOfFlattenedMap(.classifier(index)) }
      throw .otherNorm(.classifier(index), of: count, outputs: outputs)
    }
    row.fill(to: index)
    guard row.layers.count == index else { throw .sharedIndex(in: "classifier.\(index)") }
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
    throw .brokenChain(
      .classifier(next.index), takes: next.inputs, previous: .classifier(previous.index),
      outputs: previous.outputs)
  }
}

// MARK: - Bounds

private func checkBounds(_ outline: NetworkOutline) throws(UninferableNetwork) {
  for convolution in outline.convolutions {
    let channels = [convolution.inputChannels, convolution.outputChannels]
    guard channels.allSatisfy(LanguageBounds.channels.contains),
      convolution.kernel.both(LanguageBounds.kernel.contains)
    else { throw .outOfBounds(.features(convolution.index), .channelsOrKernel) }
  }
  for norm in outline.norms where !LanguageBounds.channels.contains(norm.channels) {
    throw .outOfBounds(.features(norm.index), .channels)
  }
  for linear in outline.linears {
    guard LanguageBounds.channels.contains(linear.outputs), linear.inputs > 0,
      linear.index < LanguageBounds.elementCount
    else { throw .outOfBounds(.classifier(linear.index), .indexOrSizes) }
  }
}
