import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec
import VGGSyntax

/// The configuration of imported models, in the layout of `vggc fmt`.
package func configurationText(of models: [ImportedModel]) -> String {
  let text =
    models.count == 1
    ? models.map { lines(of: $0, isNamed: true) }.joined()
    : "models:\n" + models.map(namedLines).joined()
  return (try? formatted(SourceFile(name: "", text: text))) ?? text
}

/// The configuration of one imported model, based on a built-in one if their features are the same.
///
/// - Parameter additions: Further lines of the configuration, such as `preprocess`.
package func briefConfigurationText(of model: ImportedModel, adding additions: [String]) -> String {
  let text =
    lines(of: model, isNamed: true, extending: model.base)
    + additions.map { $0 + "\n" }.joined()
  return (try? formatted(SourceFile(name: "", text: text))) ?? text
}

extension ImportedModel {
  /// The built-in configuration that has these features.
  fileprivate var base: BuiltInConfiguration? {
    (BuiltInConfiguration.paper + BuiltInConfiguration.batchNorm).first { builtIn in
      builtIn.specs.first.map {
        $0.features.map(\.value) == features && $0.batchNorm == batchNorm
          && $0.activation == activation
      } ?? false
    }
  }
}

/// A model's features alone: `[64, M, 128, M]`.
package func featuresText(of model: ImportedModel) -> String { list(model.features.map(entry)) }

/// A model under `models`: only a list if it has nothing else.
private func namedLines(of model: ImportedModel) -> String {
  let name = quoted(model.name ?? "model")
  guard model.isListAlone else {
    let lines = lines(of: model, isNamed: false).split(separator: "\n")
    return "  \(name):\n" + lines.map { "    \($0)\n" }.joined()
  }
  return "  \(name): \(list(model.features.map(entry)))\n"
}

private func lines(
  of model: ImportedModel, isNamed: Bool, extending base: BuiltInConfiguration? = nil
) -> String {
  let taps = model.taps.isEmpty ? "" : "taps: \(list(model.taps.map(quoted)))\n"
  return networkLines(of: model, isNamed: isNamed, extending: base) + taps
}

private func networkLines(
  of model: ImportedModel, isNamed: Bool, extending base: BuiltInConfiguration?
) -> String {
  var text = ""
  if isNamed, let name = model.name, !name.isEmpty { text += "name: \(quoted(name))\n" }
  if let base { text += "extends: \(base.name)\n" }
  if let input = model.input, base == nil || input != LanguageDefaults.input {
    text += "input: [\(input.channels), \(input.height), \(input.width)]\n"
  }
  if base == nil {
    text += "features: \(list(model.features.map(entry)))\n"
    if model.batchNorm { text += "batch_norm: true\n" }
    if model.activation != .function(.relu) { text += "activation: \(value(model.activation))\n" }
  }
  if let size = model.averagePool {
    text +=
      size.height == size.width
      ? "avgpool: \(size.height)\n" : "avgpool: [\(size.height), \(size.width)]\n"
  }
  if model.classifier?.isEmpty == true {
    text += "classifier: none\n"
  } else if let classifier = model.classifier {
    let short = shortForm(of: classifier, model.activation)
    let dense = model.dense.map { "dense: \($0.yaml)" }
    if base != nil, let short, let classes = classes(ofPapers: short) {
      let parts = [dense, classes == 1000 ? nil : "classes: \(classes)"].compactMap { $0 }
      return parts.isEmpty ? text : text + "classifier: {\(parts.joined(separator: ", "))}\n"
    }
    text +=
      short.map { "classifier: {\(dense.map { $0 + ", " } ?? "")\($0.dropFirst())\n" }
      ?? "classifier:\n" + classifier.map { "  - \(entry($0))\n" }.joined()
  }
  return text
}

/// The number of classes, if the classifier otherwise matches the paper's; `nil` if not.
private func classes(ofPapers short: String) -> Int? {
  let start = "{hidden: [4096, 4096], dropout: 0.5, classes: "
  return short.hasPrefix(start) ? Int(short.dropFirst(start.count).dropLast()) : nil
}

extension ImportedModel {
  fileprivate var isListAlone: Bool {
    input == nil && !batchNorm && activation == .function(.relu) && averagePool == nil
      && classifier == nil && taps.isEmpty
  }
}

private func list(_ entries: [String]) -> String { "[\(entries.joined(separator: ", "))]" }

/// A name in the form that YAML reads back, in quotes if necessary.
private func quoted(_ name: String) -> String {
  let isPlain =
    name.utf8.first.map { $0.isLetter } ?? false
    && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
  let isWord = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(
    name.lowercased())
  return isPlain && !isWord ? name : "'\(printable(name).replacing("'", with: "''"))'"
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

// MARK: - Features

private func entry(_ element: FeatureElement) -> String {
  switch element {
  case .convolution(let convolution): entry(convolution)
  case .maxPool(let pool): pool == MaxPoolSpec() ? "M" : entry(pool)
  case .averagePool(let pool):
    mapping(
      window("avgpool", pool.window) + [
        pool.ceil ? "ceil: true" : nil, pool.countsPadding ? nil : "count_padding: false",
      ])
  case .localResponseNorm(let norm):
    norm == LocalResponseNormSpec()
      ? "LRN"
      : "{lrn: \(norm.size), alpha: \(plain(norm.alpha)), beta: \(plain(norm.beta)), k: \(plain(norm.k))}"
  case .globalPool(let pool): "{global: \(pool.rawValue)}"
  case .activation(let activation): value(activation)
  case .batchNorm: FeatureWord.batchNorm.rawValue
  case .dropout(let probability): "{dropout: \(plain(probability))}"
  case .unknown: "{}"
  }
}

/// `relu`, `{leaky_relu: 0.1}`.
private func value(_ activation: Activation) -> String {
  let word = activation.word
  guard let number = activation.number, activation != word.usual else { return word.rawValue }
  return "{\(word.rawValue): \(plain(number))}"
}

private func value(_ choice: ActivationChoice) -> String {
  switch choice {
  case .none: "none"
  case .function(let activation): value(activation)
  }
}

private func entry(_ convolution: ConvolutionSpec) -> String {
  let (channels, kernel) = (convolution.outputChannels, convolution.kernel)
  let isUsual = convolution == ConvolutionSpec(outputChannels: channels, kernel: kernel)
  // `conv64-3` would look like swapped numbers.
  if isUsual, kernel.isSquare, kernel.height < 16 {
    return kernel == 3 ? "\(channels)" : "conv\(kernel.height)-\(channels)"
  }
  let usual = ConvolutionSpec(
    outputChannels: channels, kernel: kernel, dilation: convolution.dilation)
  let groups: String? =
    switch convolution.groups {
    case .count(let count): count == 1 ? nil : "groups: \(count)"
    case .depthwise: "groups: depthwise"
    }
  return mapping([
    "conv: \(channels)", part("kernel", kernel, usually: 3),
    part("stride", convolution.stride, usually: 1),
    part("padding", convolution.padding, usually: usual.padding),
    part("dilation", convolution.dilation, usually: 1), groups,
    convolution.bias ? nil : "bias: false",
    convolution.batchNorm.map { "batch_norm: \($0)" },
    convolution.activation.map { "activation: \(value($0))" },
  ])
}

private func entry(_ pool: MaxPoolSpec) -> String {
  mapping(window("maxpool", pool.window) + [pool.ceil ? "ceil: true" : nil])
}

/// The numbers of a pooling layer.
private func window(_ head: String, _ window: Window) -> [String?] {
  [
    "\(head): \(window.kernel.yaml)", part("stride", window.stride, usually: window.kernel),
    part("padding", window.padding, usually: 0),
  ]
}

/// `kernel: 5`, or `nil` for the default value.
private func part(_ key: String, _ value: Sides, usually usual: Sides) -> String? {
  value == usual ? nil : "\(key): \(value.yaml)"
}

private func mapping(_ parts: [String?]) -> String {
  "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
}

// MARK: - Classifier

private func entry(_ element: ClassifierElement) -> String {
  switch element {
  case .linear(let linear):
    linear.bias ? "linear: \(linear.outputs)" : "linear: {out: \(linear.outputs), bias: false}"
  case .activation(let activation): line(activation)
  case .batchNorm: ClassifierElementKey.batchNorm.rawValue
  case .dropout(let probability): "dropout: \(plain(probability))"
  case .softmax: "softmax"
  case .unknown: "{}"
  }
}

/// `relu`, `leaky_relu: 0.1`, as an item of a list with one item per line.
private func line(_ activation: Activation) -> String {
  let text = value(activation)
  return text.hasPrefix("{") ? String(text.dropFirst().dropLast()) : text
}

/// Whether the layers fit the short form, after features with the activation.
func hasShortForm(_ layers: [ClassifierElement], _ activation: ActivationChoice) -> Bool {
  shortForm(of: layers, activation) != nil
}

/// `{hidden: [4096, 4096], dropout: 0.5, classes: 1000}`, if the layers fit that form.
private func shortForm(of layers: [ClassifierElement], _ activation: ActivationChoice) -> String? {
  var hidden: [Int] = []
  var dropouts: Set<Double> = []
  var index = 0
  while index < layers.count {
    guard case .linear(let linear) = layers[index], linear.bias else { return nil }
    index += 1
    guard index < layers.count else {
      guard dropouts.count <= 1 else { return nil }
      let dropout = hidden.isEmpty ? "" : "dropout: \(plain(dropouts.first ?? 0)), "
      return "{hidden: \(list(hidden.map(String.init))), \(dropout)classes: \(linear.outputs)}"
    }
    if let function = activation.function {
      guard layers[index] == .activation(function) else { return nil }
      index += 1
    }
    hidden.append(linear.outputs)
    if index < layers.count, case .dropout(let probability) = layers[index], probability > 0 {
      dropouts.insert(probability)
      index += 1
    } else {
      dropouts.insert(0)
    }
  }
  return nil
}
