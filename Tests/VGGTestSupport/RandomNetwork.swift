import VGGGraph
import VGGSpec

/// A small valid network with layers in any order, the same for the same seed.
package struct RandomNetwork: Sendable {
  package let configuration: String
  /// Whether a pooling layer rounds its output size up.
  package let hasCeil: Bool

  /// The kinds of layers in the network.
  package enum Choice: Sendable {
    /// Convolutions with or without batch normalisation, each with a ReLU; pooling, LRN, dropout.
    case usual
    /// The usual ones, any activation anywhere, and batch normalisation as an entry and of single
    /// convolutions.
    case activations
    /// The usual ones with a dense classifier, and any activation.
    case dense
  }

  /// - Parameters:
  ///   - channels: The possible numbers of the image's channels.
  ///   - sides: The possible heights and widths of the image.
  package init(
    seed: UInt64, of choice: Choice = .usual, channels: ClosedRange<Int> = 1...5,
    sides: ClosedRange<Int> = 7...23
  ) {
    var random = SeededGenerator(seed: seed)
    let (height, width) = (random.int(sides), random.int(sides))
    let channels = random.int(channels)
    var features = RandomFeatures(channels: channels, height: height, width: width)
    for _ in 0..<random.int(1...8) { features.add(of: choice, using: &random) }
    hasCeil = features.hasCeil
    let pool = ["none", "\(random.int(1...4))", "[\(random.int(1...3)), \(random.int(1...4))]"]
    let isDense = if case .dense = choice { true } else { false }
    configuration = """
      name: random \(seed)
      input: [\(channels), \(height), \(width)]
      batch_norm: \(Bool.random(using: &random))\(activationLine(of: choice, using: &random))
      features: [\(features.elements.joined(separator: ", "))]
      avgpool: \(isDense ? "none" : pool[random.int(0...2)])
      classifier: \(classifier(of: choice, after: features, using: &random))
      """
  }
}

/// Elements of `features` that fit the output of the earlier ones.
private struct RandomFeatures {
  var channels: Int
  var height: Int
  var width: Int
  var elements: [String] = []
  var hasCeil = false

  init(channels: Int, height: Int, width: Int) {
    (self.channels, self.height, self.width) = (channels, height, width)
  }

  mutating func add(of choice: RandomNetwork.Choice, using random: inout SeededGenerator) {
    switch choice {
    case .activations where random.int(0...1) == 0:
      return elements.append(entryThatKeepsTheSize(using: &random))
    case .usual, .activations, .dense: break
    }
    while true {
      let (element, outputs, window) = feature(using: &random)
      guard let plane = window.output(of: PlaneSize(height: height, width: width)) else { continue }
      (channels, height, width) = (outputs, plane.height, plane.width)
      hasCeil = hasCeil || window.ceil
      elements.append(element)
      return
    }
  }

  /// An element, its output channels, and the change of the map by its window.
  private func feature(using random: inout SeededGenerator) -> (String, Int, Window) {
    let outputs = [random.int(1...9), random.int(15...18)][random.int(0...1)]
    let (kernel, stride) = (sides(1...3, using: &random), sides(1...2, using: &random))
    let flag = Bool.random(using: &random)
    let same = Window(kernel: 1, stride: 1, padding: 0)
    switch random.int(0...8) {
    case 0: return ("M", channels, Window(kernel: 2, stride: 2, padding: 0))
    case 1:
      return (
        flag ? "LRN" : "{lrn: \(kernel.height), alpha: 0.5, beta: 0.75, k: 1}", channels, same
      )
    case 2: return ("{dropout: 0.25}", channels, same)
    case 3: return ("conv1-\(outputs)", outputs, same)
    case 4:
      let window = Window(
        kernel: sides(1...5, using: &random), stride: stride,
        padding: sides(0...2, using: &random), dilation: sides(1...2, using: &random))
      let (groups, outputs) = grouping(outputs, using: &random)
      return ("{conv: \(outputs), \(text(window))\(groups), bias: \(flag)}", outputs, window)
    case 5:
      let window = pool(kernel, stride, ceil: flag, using: &random)
      return (
        "{maxpool: \(kernel.yaml), stride: \(stride.yaml), padding: \(window.padding.yaml), "
          + "ceil: \(flag)}", channels, window
      )
    case 6:
      let window = pool(kernel, stride, ceil: Bool.random(using: &random), using: &random)
      return (
        "{avgpool: \(kernel.yaml), stride: \(stride.yaml), padding: \(window.padding.yaml), "
          + "ceil: \(window.ceil), count_padding: \(flag)}", channels, window
      )
    default: return ("\(outputs)", outputs, same)
    }
  }

  private mutating func entryThatKeepsTheSize(using random: inout SeededGenerator) -> String {
    let outputs = random.int(1...18)
    let function = activation(using: &random)
    switch random.int(0...3) {
    case 0: return "batch_norm"
    case 1:
      // Right after a convolution that has an activation, another one is an error.
      let isConvolution = elements.last.map {
        Int($0) != nil || $0.hasPrefix("conv") || $0.hasPrefix("{conv")
      }
      guard isConvolution == true else { return function }
      channels = outputs
      return "{conv: \(outputs), activation: none}"
    case 2:
      channels = outputs
      return
        "{conv: \(outputs), batch_norm: \(Bool.random(using: &random)), activation: \(function)}"
    default:
      channels = outputs
      return "{conv: \(outputs), activation: none}"
    }
  }

  /// No groups, some groups, or a depthwise convolution, with matching output channels.
  private func grouping(
    _ outputs: Int, using random: inout SeededGenerator
  ) -> (groups: String, outputs: Int) {
    switch random.int(0...2) {
    case 0: return ("", outputs)
    case 1: return (", groups: depthwise", channels * random.int(1...2))
    default:
      let divisors = (1...channels).filter { channels.isMultiple(of: $0) }
      let groups = divisors[random.int(0...(divisors.count - 1))]
      return (", groups: \(groups)", groups * random.int(1...5))
    }
  }

  /// A square or a rectangle, equally often.
  private func sides(
    _ bounds: ClosedRange<Int>, using random: inout SeededGenerator
  ) -> Sides {
    let side = random.int(bounds)
    return random.int(0...1) == 0
      ? Sides(side) : Sides(height: side, width: random.int(bounds))
  }

  private func pool(
    _ kernel: Sides, _ stride: Sides, ceil: Bool, using random: inout SeededGenerator
  ) -> Window {
    let padding = kernel.map { random.int(0...($0 / 2)) }
    return Window(kernel: kernel, stride: stride, padding: padding, ceil: ceil)
  }

  private func text(_ window: Window) -> String {
    "kernel: \(window.kernel.yaml), stride: \(window.stride.yaml), "
      + "padding: \(window.padding.yaml), dilation: \(window.dilation.yaml)"
  }
}

private func activation(using random: inout SeededGenerator) -> String {
  let names = [
    "relu", "leaky_relu", "{leaky_relu: 0.3}", "elu", "{elu: 0.5}", "prelu", "gelu", "silu",
    "sigmoid", "tanh",
  ]
  return names[random.int(0...names.count - 1)]
}

/// A line with the model's activation; empty for networks with only ReLU.
private func activationLine(
  of choice: RandomNetwork.Choice, using random: inout SeededGenerator
) -> String {
  switch choice {
  case .usual: ""
  case .activations, .dense: "\nactivation: \(activation(using: &random))"
  }
}

private func classifier(
  of choice: RandomNetwork.Choice, after features: RandomFeatures,
  using random: inout SeededGenerator
) -> String {
  switch choice {
  case .usual: usualClassifier(using: &random)
  case .activations:
    "[\(activation(using: &random)), {linear: 9}, batch_norm, \(activation(using: &random)), {linear: 3}, "
      + "\(activation(using: &random))]"
  case .dense: denseClassifier(after: features, using: &random)
  }
}

/// A window that fits the last map, and up to two hidden layers.
private func denseClassifier(
  after features: RandomFeatures, using random: inout SeededGenerator
) -> String {
  let kernel = Sides(
    height: random.int(1...min(features.height, 7)), width: random.int(1...min(features.width, 7)))
  let hidden = (0..<random.int(0...2)).map { _ in random.int(1...19) }
  return
    "{dense: \(kernel.yaml), hidden: \(hidden), dropout: \(random.int(0...1) == 0 ? "0" : "0.5"), classes: 3}"
}

private func usualClassifier(using random: inout SeededGenerator) -> String {
  let kinds = [
    "relu", "softmax", "{dropout: 0.5}", "{linear: 3}", "{linear: {out: 4, bias: false}}",
  ]
  let layers = (0..<random.int(1...5)).map { _ in kinds[random.int(0...4)] }
  let list = "[\(layers.joined(separator: ", "))]"
  return [list, list, "{hidden: [5], classes: 3}"][random.int(0...2)]
}
