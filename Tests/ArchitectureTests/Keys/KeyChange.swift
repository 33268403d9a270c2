import Testing
import VGGFindings

/// Two configurations that differ in the value of one key alone.
struct KeyChange: Sendable, CustomTestStringConvertible {
  let key: LanguageKey
  let before: String
  let after: String
  /// The bytes of `after` that differ from the sample's lines: the place for a finding.
  let changedLine: Range<Int>

  var testDescription: String { "\(key)" }

  /// - Parameters:
  ///   - before: A line of the configuration, or several, which replace those of the sample with the same keys.
  ///   - after: The last of these lines with the key's other value.
  private init(_ section: Section, _ name: String, _ before: String, _ after: String) {
    key = LanguageKey(section: section, name: name)
    self.before = Self.text(before)
    let lines = before.split(separator: "\n").dropLast() + [Substring(after)]
    let text = Self.text(lines.joined(separator: "\n"))
    self.after = text
    let end = text.utf8.count
    changedLine = (end - after.utf8.count - 1)..<end
  }

  /// A small network; its training takes a few steps.
  private static let sample = [
    "name: sample", "input: [3, 12, 10]", "features: [6, M, 5]",
    "classifier: [{linear: 4}, relu, {linear: 3}]", "training: {epochs: 2, batch: 2}",
  ]

  private static func text(_ lines: String) -> String {
    let lines = lines.split(separator: "\n").map(String.init)
    let keys = lines.map(topKey)
    return (sample.filter { !keys.contains(topKey($0)) } + lines).joined(separator: "\n") + "\n"
  }

  private static func topKey(_ line: String) -> Substring { line.prefix { $0 != ":" } }

  static let all = configurations + features + classifiers + photos + trainings

  private static let configurations = [
    KeyChange(.configuration, "name", "name: first", "name: second"),
    KeyChange(.configuration, "extends", "extends: vgg11", "extends: vgg11_bn"),
    KeyChange(.configuration, "input", "input: [3, 12, 10]", "input: [1, 12, 10]"),
    KeyChange(.configuration, "features", "features: [6, M, 5]", "features: [6, M, 7]"),
    KeyChange(.configuration, "batch_norm", "batch_norm: false", "batch_norm: true"),
    KeyChange(.configuration, "activation", "activation: relu", "activation: silu"),
    KeyChange(.configuration, "avgpool", "avgpool: 2", "avgpool: 3"),
    KeyChange(
      .configuration, "classifier", "classifier: [{linear: 3}]", "classifier: [{linear: 4}]"),
    KeyChange(.configuration, "until", "until: fc4", "until: fc3"),
    KeyChange(.configuration, "taps", "taps: [conv1_1]", "taps: [pool1]"),
    KeyChange(.configuration, "labels", "labels: [a, b, c]", "labels: [a, c, b]"),
    KeyChange(.configuration, "preprocess", "preprocess: {mean: 0}", "preprocess: {mean: 0.25}"),
    KeyChange(.configuration, "augment", "augment: {flip: 0}", "augment: {flip: 1}"),
    KeyChange(
      .configuration, "training", "training: {epochs: 2, batch: 2}",
      "training: {epochs: 3, batch: 2}"),
    KeyChange(.configuration, "limits", "limits: {macs: 1M}", "limits: {macs: 1k}"),
    KeyChange(
      .configuration, "models", "name: sample\nmodels: {a: [6, M, 5]}", "models: {a: [7, M, 5]}"),
    KeyChange(
      .input, "channels", "input: {channels: 3, height: 12, width: 10}",
      "input: {channels: 1, height: 12, width: 10}"),
    KeyChange(
      .input, "height", "input: {channels: 3, height: 12, width: 10}",
      "input: {channels: 3, height: 14, width: 10}"),
    KeyChange(
      .input, "width", "input: {channels: 3, height: 12, width: 10}",
      "input: {channels: 3, height: 12, width: 14}"),
    KeyChange(.limits, "parameters", "limits: {parameters: 1M}", "limits: {parameters: 100}"),
    KeyChange(.limits, "macs", "limits: {macs: 1M}", "limits: {macs: 100}"),
    KeyChange(.limits, "activations", "limits: {activations: 1MB}", "limits: {activations: 9B}"),
  ]

  /// Changes of an entry of the features, which a convolution follows.
  private static func feature(
    _ section: Section, _ name: String, _ before: String, _ after: String
  ) -> KeyChange {
    KeyChange(section, name, "features: [6, {\(before)}, 5]", "features: [6, {\(after)}, 5]")
  }

  private static let features = [
    feature(.convolution, "conv", "conv: 6", "conv: 8"),
    feature(.convolution, "in", "conv: 6, in: 6", "conv: 6, in: 7"),
    feature(.convolution, "kernel", "conv: 6, kernel: 3", "conv: 6, kernel: 5"),
    feature(.convolution, "stride", "conv: 6, stride: 1", "conv: 6, stride: 2"),
    feature(.convolution, "padding", "conv: 6, padding: 1", "conv: 6, padding: 0"),
    feature(.convolution, "dilation", "conv: 6, dilation: 1", "conv: 6, dilation: 2"),
    feature(.convolution, "groups", "conv: 6, groups: 1", "conv: 6, groups: 2"),
    feature(.convolution, "bias", "conv: 6, bias: true", "conv: 6, bias: false"),
    feature(.convolution, "batch_norm", "conv: 6, batch_norm: false", "conv: 6, batch_norm: true"),
    feature(.convolution, "activation", "conv: 6, activation: relu", "conv: 6, activation: tanh"),
    feature(.maxPooling, "maxpool", "maxpool: 2, stride: 2", "maxpool: 3, stride: 2"),
    feature(.maxPooling, "stride", "maxpool: 3, stride: 2", "maxpool: 3, stride: 1"),
    feature(
      .maxPooling, "padding", "maxpool: 3, stride: 2, padding: 0",
      "maxpool: 3, stride: 2, padding: 1"),
    feature(
      .maxPooling, "ceil", "maxpool: 3, stride: 2, ceil: false", "maxpool: 3, stride: 2, ceil: true"
    ),
    feature(.averagePooling, "avgpool", "avgpool: 2, stride: 2", "avgpool: 3, stride: 2"),
    feature(.averagePooling, "stride", "avgpool: 3, stride: 2", "avgpool: 3, stride: 1"),
    feature(
      .averagePooling, "padding", "avgpool: 3, stride: 2, padding: 0",
      "avgpool: 3, stride: 2, padding: 1"),
    feature(
      .averagePooling, "ceil", "avgpool: 3, stride: 2, ceil: false",
      "avgpool: 3, stride: 2, ceil: true"),
    feature(
      .averagePooling, "count_padding", "avgpool: 3, stride: 2, padding: 1, count_padding: true",
      "avgpool: 3, stride: 2, padding: 1, count_padding: false"),
    feature(.localResponseNorm, "lrn", "lrn: 5, alpha: 1", "lrn: 3, alpha: 1"),
    feature(.localResponseNorm, "alpha", "lrn: 5, alpha: 1", "lrn: 5, alpha: 2"),
    feature(.localResponseNorm, "beta", "lrn: 5, alpha: 1, beta: 1", "lrn: 5, alpha: 1, beta: 2"),
    feature(.localResponseNorm, "k", "lrn: 5, alpha: 1, k: 1", "lrn: 5, alpha: 1, k: 2"),
    feature(.dropout, "dropout", "dropout: 0.25", "dropout: 0.5"),
    feature(.globalPooling, "global", "global: max", "global: average"),
    // A normalisation makes some values negative, which these change.
    KeyChange(
      .activation, "leaky_relu", "features: [6, batch_norm, {leaky_relu: 0.1}, 5]",
      "features: [6, batch_norm, {leaky_relu: 0.2}, 5]"),
    KeyChange(
      .activation, "elu", "features: [6, batch_norm, {elu: 1}, 5]",
      "features: [6, batch_norm, {elu: 2}, 5]"),
  ]

  private static let classifiers = [
    KeyChange(
      .classifier, "dense", "classifier: {dense: 2, hidden: [4], classes: 3}",
      "classifier: {dense: 3, hidden: [4], classes: 3}"),
    KeyChange(
      .classifier, "hidden", "classifier: {hidden: [4], classes: 3}",
      "classifier: {hidden: [5], classes: 3}"),
    KeyChange(
      .classifier, "dropout", "classifier: {hidden: [4], dropout: 0.25, classes: 3}",
      "classifier: {hidden: [4], dropout: 0.5, classes: 3}"),
    KeyChange(
      .classifier, "classes", "classifier: {hidden: [4], classes: 3}",
      "classifier: {hidden: [4], classes: 4}"),
    KeyChange(
      .classifierLayer, "linear", "classifier: [{linear: 4}, {linear: 3}]",
      "classifier: [{linear: 5}, {linear: 3}]"),
    KeyChange(
      .classifierLayer, "dropout", "classifier: [{dropout: 0.25}, {linear: 3}]",
      "classifier: [{dropout: 0.5}, {linear: 3}]"),
    KeyChange(
      .linear, "in", "classifier: [{linear: {in: 150, out: 3}}]",
      "classifier: [{linear: {in: 151, out: 3}}]"),
    KeyChange(
      .linear, "out", "classifier: [{linear: {out: 3}}]", "classifier: [{linear: {out: 4}}]"),
    KeyChange(
      .linear, "bias", "classifier: [{linear: {out: 3, bias: true}}]",
      "classifier: [{linear: {out: 3, bias: false}}]"),
  ]

  private static let photos = [
    KeyChange(.preprocess, "resize", "preprocess: {resize: 14}", "preprocess: {resize: 20}"),
    KeyChange(
      .preprocess, "interpolation", "preprocess: {resize: 14, interpolation: bilinear}",
      "preprocess: {resize: 14, interpolation: nearest}"),
    KeyChange(
      .preprocess, "crop", "preprocess: {crop: [12, 10]}", "preprocess: {crop: [10, 12]}"),
    KeyChange(.preprocess, "mean", "preprocess: {mean: 0}", "preprocess: {mean: 0.5}"),
    KeyChange(.preprocess, "std", "preprocess: {std: 1}", "preprocess: {std: 0.5}"),
    KeyChange(.augment, "crop", "augment: {crop: none}", "augment: {crop: random}"),
    KeyChange(.augment, "flip", "augment: {flip: 0}", "augment: {flip: 1}"),
    KeyChange(
      .randomCrop, "scale", "augment: {crop: {scale: [0.5, 1]}}",
      "augment: {crop: {scale: [0.1, 0.2]}}"),
    KeyChange(
      .randomCrop, "ratio", "augment: {crop: {ratio: [1, 1]}}", "augment: {crop: {ratio: [2, 2]}}"),
    KeyChange(
      .randomCrop, "padding", "augment: {crop: {padding: 1}}", "augment: {crop: {padding: 4}}"),
  ]

  private static func training(
    _ name: String, _ before: String, _ after: String, section: Section = .training
  ) -> KeyChange {
    KeyChange(
      section, name, "training: {batch: 2, \(before)}", "training: {batch: 2, \(after)}")
  }

  private static func schedule(_ name: String, _ before: String, _ after: String) -> KeyChange {
    training(
      name, "epochs: 4, schedule: {\(before)}", "epochs: 4, schedule: {\(after)}",
      section: .schedule)
  }

  private static let trainings = [
    training("optimizer", "epochs: 2, optimizer: sgd", "epochs: 2, optimizer: adam"),
    training("rate", "epochs: 2, rate: 0.01", "epochs: 2, rate: 0.02"),
    training("momentum", "epochs: 2, momentum: 0.9", "epochs: 2, momentum: 0.5"),
    training(
      "betas", "epochs: 2, optimizer: adam, betas: [0.9, 0.999]",
      "epochs: 2, optimizer: adam, betas: [0.8, 0.9]"),
    training("weight_decay", "epochs: 2, weight_decay: 0", "epochs: 2, weight_decay: 0.1"),
    KeyChange(
      .training, "batch", "training: {epochs: 2, batch: 2}", "training: {epochs: 2, batch: 4}"),
    training("epochs", "epochs: 2", "epochs: 3"),
    training("schedule", "epochs: 2, schedule: constant", "epochs: 2, schedule: cosine"),
    training("clip", "epochs: 2, clip: none", "epochs: 2, clip: 0.001"),
    training("label_smoothing", "epochs: 2, label_smoothing: 0", "epochs: 2, label_smoothing: 0.2"),
    training("seed", "epochs: 2, seed: 1", "epochs: 2, seed: 2"),
    schedule("step", "step: 1", "step: 2"),
    schedule("cosine", "cosine: 0.001", "cosine: 0.005"),
    schedule("plateau", "plateau: 1", "plateau: 2"),
    schedule("factor", "step: 1, factor: 0.1", "step: 1, factor: 0.5"),
  ]
}
