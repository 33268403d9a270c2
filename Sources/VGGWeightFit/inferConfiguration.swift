import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGWeights

/// The YAML of the network that a file's names and shapes show; comments describe the details that
/// they leave open.
///
/// - Parameters:
///   - names: The names of the file's tensors, read without a network.
///   - file: The weight file's name, for the first comment.
///   - notFinite: The tensors that contain NaN or infinity.
///   - version: The version of vggc, for the first comment.
///   - language: The comments' language.
/// - Throws: ``UninferableNetwork`` if the language cannot express the network.
package func inferConfiguration(
  from names: WeightNames, of file: String, notFinite: [String] = [], version: String,
  in language: Language = .english
) throws(UninferableNetwork) -> String {
  if let ambiguity = names.ambiguity { throw .ambiguous(ambiguity) }
  let outline = NetworkOutline(names)
  let network = try InferredNetwork(outline)
  let maps = try network.maps()
  let builtIn = BuiltInOutlines.named(byFeaturesOf: outline)?.name
  var text = ConfigurationText(phrases: language.inferencePhrases)
  text.comment(.origin(file: file, version: version))
  if !outline.beside.isEmpty { text.comment(.besideNetwork(outline.beside)) }
  if !notFinite.isEmpty { text.comment(.notFinite(notFinite)) }
  if let builtIn { text.line("extends: \(builtIn)") }
  text.writeInput(of: network, maps, isBuiltIn: builtIn != nil)
  if builtIn == nil { text.writeFeatures(of: network) }
  text.writeClassifier(of: network, isBuiltIn: builtIn != nil)
  return text.text
}

/// A configuration, written line by line.
private struct ConfigurationText {
  private static let width = 100

  private let phrases: any InferencePhrasebook
  private(set) var text = ""

  init(phrases: any InferencePhrasebook) {
    self.phrases = phrases
  }

  mutating func line(_ line: String) {
    text += line + "\n"
  }

  mutating func comment(_ remark: InferenceRemark) {
    for part in wrap(phrases.words(for: remark), width: Self.width - 2) { line("# " + part) }
  }
}

// MARK: - Input

extension ConfigurationText {
  fileprivate mutating func writeInput(
    of network: InferredNetwork, _ maps: [InferredMap], isBuiltIn: Bool
  ) {
    let map = maps[0]
    if network.flattened != nil {
      comment(
        .images(
          heights: map.heights, widths: map.widths, channels: map.channels, map: map.plane))
      comment(.pooledImages(smallestSide: map.smallestSide, map: map.plane))
    } else {
      comment(.unknownImageSize)
    }
    // A square map is the usual one; if it is not square, all candidates are equally likely.
    if map.plane.height != map.plane.width {
      let turned = PlaneSize(height: map.plane.width, width: map.plane.height)
      comment(.otherMaps([turned] + maps.dropFirst().map(\.plane)))
    }
    let image = map.image
    let isUsual = image == PlaneSize(height: 224, width: 224) && network.inputChannels == 3
    if isBuiltIn, isUsual { return }
    line("input: [\(network.inputChannels), \(image.height), \(image.width)]")
  }
}

// MARK: - Features

extension ConfigurationText {
  fileprivate mutating func writeFeatures(of network: InferredNetwork) {
    let features = network.features
    let kernels = features.compactMap { feature -> Sides? in
      feature.convolution?.outline.kernel
    }
    if kernels.isEmpty {
      comment(.noFeatureWeights)
    } else if features.contains(.pool) {
      comment(.assumedPooling)
    }
    if !kernels.isEmpty, features.contains(.placeholder) { comment(.assumedDropout) }
    if kernels.contains(where: { $0 != 3 && $0 != 1 }) { comment(.assumedStride) }
    let entries = features.map { entry($0, in: network) }
    line("features: [\(entries.joined(separator: ", "))]")
    if network.hasBatchNorm { line("batch_norm: true") }
    if network.hasPReLU { line("activation: prelu") }
  }

  private func entry(_ feature: InferredFeature, in network: InferredNetwork) -> String {
    switch feature {
    case .pool: "M"
    case .placeholder: "{dropout: 0.5}"
    case .batchNorm: "batch_norm"
    case .prelu: "prelu"
    case .convolution(let convolution): entry(convolution, in: network)
    }
  }

  private func entry(_ inferred: InferredConvolution, in network: InferredNetwork) -> String {
    let (convolution, groups) = (inferred.outline, inferred.groups)
    let (channels, kernel) = (convolution.outputChannels, convolution.kernel)
    let isUsual = kernel.both { !$0.isMultiple(of: 2) }
    let statesNorm = inferred.hasBatchNorm != network.hasBatchNorm
    let statesPReLU = inferred.hasPReLU != network.hasPReLU
    let isPlain = groups == 1 && convolution.hasBias && !statesNorm && !statesPReLU
    if isUsual, kernel.isSquare, isPlain {
      return kernel == 3 ? "\(channels)" : "conv\(kernel.height)-\(channels)"
    }
    var parts = ["conv: \(channels)"]
    if kernel != 3 { parts.append("kernel: \(kernel.yaml)") }
    if !isUsual { parts.append("padding: \(convolution.padding.yaml)") }
    if groups > 1 {
      parts.append("groups: \(convolution.inputChannels == 1 ? "depthwise" : "\(groups)")")
    }
    if !convolution.hasBias { parts.append("bias: false") }
    if statesNorm { parts.append("batch_norm: true") }
    if statesPReLU { parts.append("activation: prelu") }
    return "{\(parts.joined(separator: ", "))}"
  }
}

// MARK: - Classifier

extension ConfigurationText {
  private static let exampleClassifier = "{hidden: [4096, 4096], classes: 1000}"

  fileprivate mutating func writeClassifier(of network: InferredNetwork, isBuiltIn: Bool) {
    guard network.flattened != nil else {
      comment(.noClassifier(example: Self.exampleClassifier))
      return line("classifier: none")
    }
    let activation: InferredLayer = network.hasPReLU ? .prelu : .relu
    guard let short = ShortClassifier(network.classifier, activation) else {
      comment(.assumedActivations)
      return line("classifier: [\(network.classifier.map(entry).joined(separator: ", "))]")
    }
    if isBuiltIn, short == .paper { return }
    if isBuiltIn, short == .paper(classes: short.classes) {
      return line("classifier: {classes: \(short.classes)}")
    }
    if short.hasDropout { comment(.assumedDropoutProbability) }
    let dropout = short.hidden.isEmpty ? "" : "dropout: \(short.hasDropout ? "0.5" : "0"), "
    line("classifier: {hidden: \(short.hidden), \(dropout)classes: \(short.classes)}")
  }

  private func entry(_ layer: InferredLayer) -> String {
    switch layer {
    case .batchNorm: "batch_norm"
    case .relu: "relu"
    case .prelu: "prelu"
    case .dropout: "{dropout: 0.5}"
    case .linear(let linear):
      "{linear: {out: \(linear.outputs)\(linear.hasBias ? "" : ", bias: false")}}"
    }
  }
}

/// A classifier that the language's short form can express.
private struct ShortClassifier: Hashable {
  let hidden: [Int]
  let hasDropout: Bool
  let classes: Int

  static let paper = paper(classes: 1000)

  static func paper(classes: Int) -> Self {
    Self(hidden: [4096, 4096], hasDropout: true, classes: classes)
  }

  private init(hidden: [Int], hasDropout: Bool, classes: Int) {
    (self.hidden, self.hasDropout, self.classes) = (hidden, hasDropout, classes)
  }

  /// - Parameter activation: The model's activation, which follows each hidden layer.
  init?(_ layers: [InferredLayer], _ activation: InferredLayer) {
    let linears = layers.compactMap { layer -> NetworkOutline.Linear? in
      if case .linear(let linear) = layer { linear } else { nil }
    }
    guard let last = linears.last, linears.allSatisfy(\.hasBias) else { return nil }
    hidden = linears.dropLast().map(\.outputs)
    classes = last.outputs
    hasDropout = layers.contains(.dropout)
    let between: [InferredLayer] = hasDropout ? [activation, .dropout] : [activation]
    let short = linears.dropLast().flatMap { [.linear($0)] + between } + [.linear(last)]
    guard layers == short else { return nil }
  }
}
