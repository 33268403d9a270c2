import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
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
/// - Throws: ``UninferableNetwork`` if the language cannot express the network.
package func inferConfiguration(
  from names: WeightNames, of file: String, notFinite: [String] = [], version: String
) throws(UninferableNetwork) -> String {
  if let ambiguity = names.ambiguity { throw UninferableNetwork(reason: ambiguity.remark) }
  let outline = NetworkOutline(names)
  let network = try InferredNetwork(outline)
  let maps = try network.maps()
  let builtIn = BuiltInOutlines.named(byFeaturesOf: outline)?.name
  var text = ConfigurationText()
  text.comment(
    "Inferred by vggc \(version) from the names and shapes in \(printable(file)).")
  text.comment(remark(onUnread: outline.beside))
  text.comment(remark(onNotFinite: notFinite))
  if let builtIn { text.line("extends: \(builtIn)") }
  text.writeInput(of: network, maps, isBuiltIn: builtIn != nil)
  if builtIn == nil { text.writeFeatures(of: network) }
  text.writeClassifier(of: network, isBuiltIn: builtIn != nil)
  return text.text
}

/// A sentence about tensors that contain NaN or infinity; empty if there are none.
package func remark(onNotFinite tensors: [String]) -> String {
  guard !tensors.isEmpty else { return "" }
  let isHead = tensors.allSatisfy { $0.hasPrefix("classifier.") }
  return "\(few(tensors)) \(tensors.count == 1 ? "holds" : "hold") NaN or infinity: "
    + (isHead
      ? "do not use the classifier, only the features." : "these weights are broken.")
}

private func remark(onUnread tensors: [String]) -> String {
  tensors.isEmpty ? "" : "Not part of this network: \(few(tensors))."
}

/// The first few of many names.
func few(_ names: [String]) -> String {
  let names = names.map(printable)
  return names.count > 4
    ? names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more"
    : names.joined(separator: ", ")
}

/// A configuration, written line by line.
private struct ConfigurationText {
  private static let width = 100

  private(set) var text = ""

  mutating func line(_ line: String) {
    text += line + "\n"
  }

  /// Writes nothing for an empty text.
  mutating func comment(_ comment: String) {
    guard !comment.isEmpty else { return }
    for part in wrap(comment, width: Self.width - 2) { line("# " + part) }
  }
}

// MARK: - Input

extension ConfigurationText {
  fileprivate mutating func writeInput(
    of network: InferredNetwork, _ maps: [InferredMap], isBuiltIn: Bool
  ) {
    let map = maps[0]
    if let flattened = network.flattened {
      let (height, width) = (map.plane.height, map.plane.width)
      comment(
        "The first linear layer takes \(map.channels) x \(height) x \(width) = \(flattened): images \(sides(of: map)),"
      )
      comment(
        "or any from \(map.smallestSide) x \(map.smallestSide) with `avgpool: [\(height), \(width)]`."
      )
    } else {
      comment("Weights of features alone do not determine the image size.")
    }
    comment(sentence(onOther: maps.dropFirst(), than: map))
    let image = map.image
    let isUsual = image == PlaneSize(height: 224, width: 224) && network.inputChannels == 3
    if isBuiltIn, isUsual { return }
    line("input: [\(network.inputChannels), \(image.height), \(image.width)]")
  }

  private func sides(of map: InferredMap) -> String {
    map.heights == map.widths
      ? EnglishFindings().squares(map.heights)
      : "of height \(text(of: map.heights)) and width \(text(of: map.widths))"
  }

  /// Empty for a square map, which is the usual one; otherwise lists the other candidates, all
  /// equally likely.
  private func sentence(
    onOther maps: ArraySlice<InferredMap>, than first: InferredMap
  ) -> String {
    guard first.plane.height != first.plane.width else { return "" }
    let turned = "\(first.plane.width) x \(first.plane.height)"
    let others = maps.map { "\($0.plane.height) x \($0.plane.width)" }
    return "Weights do not show the map's height and width; it may also be "
      + ([turned] + others).joined(separator: ", ") + "."
  }

  private func text(of sides: ClosedRange<Int>) -> String {
    sides.count == 1 ? "\(sides.lowerBound)" : "\(sides.lowerBound) to \(sides.upperBound)"
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
      comment("The file has no weights for feature layers; write the layers that the network has.")
    } else if features.contains(.pool) {
      comment(
        "An index without tensors is assumed to be 2x2 max pooling; so is one after the last layer."
      )
    }
    if !kernels.isEmpty, features.contains(.placeholder) {
      comment(
        "Further free indices are written as dropout: weights do not show layers such as LRN."
      )
    }
    if kernels.contains(where: { $0 != 3 && $0 != 1 }) {
      comment("Weights do not contain stride or padding: 1, and half the kernel, are assumed.")
    }
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
      comment(
        "The file has no classifier. To train one, write your own, such as \(Self.exampleClassifier)."
      )
      return line("classifier: none")
    }
    let activation: InferredLayer = network.hasPReLU ? .prelu : .relu
    guard let short = ShortClassifier(network.classifier, activation) else {
      comment("Weights do not show ReLU and dropout: they are assumed at free indices.")
      return line("classifier: [\(network.classifier.map(entry).joined(separator: ", "))]")
    }
    if isBuiltIn, short == .paper { return }
    if isBuiltIn, short == .paper(classes: short.classes) {
      return line("classifier: {classes: \(short.classes)}")
    }
    if short.hasDropout {
      comment("Weights do not contain the dropout probability; 0.5 is assumed.")
    }
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
