import VGGGraph
import VGGSpec

/// A small sound network of layers in any order, the same for the same seed.
package struct RandomNetwork: Sendable {
  package let configuration: String
  /// Whether a pooling rounds its output size up.
  package let hasCeil: Bool

  /// The layers that a network is made of.
  package enum Choice: Sendable {
    /// Convolutions with batch normalisation or without, and ReLU after each; pooling, LRN, dropout.
    case usual
    /// Those, every activation anywhere, and batch normalisation as an entry and of single convolutions.
    case activations
  }

  /// - Parameters:
  ///   - channels: how many the image may have.
  ///   - sides: how high and how wide it may be.
  package init(
    seed: UInt64, of choice: Choice = .usual, channels: ClosedRange<Int> = 1...5,
    sides: ClosedRange<Int> = 7...23
  ) {
    var random = SeededGenerator(seed: seed)
    let (height, width) = (random.int(sides), random.int(sides))
    var features = RandomFeatures(height: height, width: width)
    for _ in 0..<random.int(1...8) { features.add(of: choice, using: &random) }
    hasCeil = features.hasCeil
    let pool = ["none", "\(random.int(1...4))", "[\(random.int(1...3)), \(random.int(1...4))]"]
    configuration = """
      name: random \(seed)
      input: [\(random.int(channels)), \(height), \(width)]
      batch_norm: \(Bool.random(using: &random))\(activationLine(of: choice, using: &random))
      features: [\(features.elements.joined(separator: ", "))]
      avgpool: \(pool[random.int(0...2)])
      classifier: \(classifier(of: choice, using: &random))
      """
  }
}

/// Elements of `features` that fit the map that the earlier ones leave.
private struct RandomFeatures {
  var height: Int
  var width: Int
  var elements: [String] = []
  var hasCeil = false

  init(height: Int, width: Int) {
    (self.height, self.width) = (height, width)
  }

  mutating func add(of choice: RandomNetwork.Choice, using random: inout SeededGenerator) {
    switch choice {
    case .activations where random.int(0...1) == 0:
      return elements.append(entryThatKeepsTheSize(using: &random))
    case .usual, .activations: break
    }
    while true {
      let (element, window) = feature(using: &random)
      guard let plane = window.output(of: PlaneSize(height: height, width: width)) else { continue }
      (height, width) = (plane.height, plane.width)
      hasCeil = hasCeil || window.ceil
      elements.append(element)
      return
    }
  }

  /// An element, and how its window changes the map.
  private func feature(using random: inout SeededGenerator) -> (String, Window) {
    let channels = [random.int(1...9), random.int(15...18)][random.int(0...1)]
    let (kernel, stride) = (random.int(1...3), random.int(1...2))
    let flag = Bool.random(using: &random)
    let same = Window(kernel: 1, stride: 1, padding: 0)
    switch random.int(0...8) {
    case 0: return ("M", Window(kernel: 2, stride: 2, padding: 0))
    case 1: return (flag ? "LRN" : "{lrn: \(kernel), alpha: 0.5, beta: 0.75, k: 1}", same)
    case 2: return ("{dropout: 0.25}", same)
    case 3: return ("conv1-\(channels)", same)
    case 4:
      let window = Window(kernel: random.int(1...5), stride: stride, padding: random.int(0...2))
      return ("{conv: \(channels), \(text(window)), bias: \(flag)}", window)
    case 5:
      let padding = random.int(0...(kernel / 2))
      let window = Window(kernel: kernel, stride: stride, padding: padding, ceil: flag)
      return (
        "{maxpool: \(kernel), stride: \(stride), padding: \(padding), ceil: \(flag)}", window
      )
    case 6:
      return (
        "{avgpool: \(kernel), stride: \(stride)}",
        Window(kernel: kernel, stride: stride, padding: 0)
      )
    default: return ("\(channels)", same)
    }
  }

  private func entryThatKeepsTheSize(using random: inout SeededGenerator) -> String {
    let channels = random.int(1...18)
    let function = activation(using: &random)
    switch random.int(0...3) {
    case 0: return "batch_norm"
    case 1:
      // Right after a convolution with an activation of its own, one is an error.
      let isConvolution = elements.last.map {
        Int($0) != nil || $0.hasPrefix("conv") || $0.hasPrefix("{conv")
      }
      return isConvolution == true ? "{conv: \(channels), activation: none}" : function
    case 2:
      return
        "{conv: \(channels), batch_norm: \(Bool.random(using: &random)), activation: \(function)}"
    default: return "{conv: \(channels), activation: none}"
    }
  }

  private func text(_ window: Window) -> String {
    "kernel: \(window.kernel), stride: \(window.stride), padding: \(window.padding)"
  }
}

private func activation(using random: inout SeededGenerator) -> String {
  let names = [
    "relu", "leaky_relu", "{leaky_relu: 0.3}", "elu", "{elu: 0.5}", "prelu", "gelu", "silu",
    "sigmoid", "tanh",
  ]
  return names[random.int(0...names.count - 1)]
}

/// A line with the model's activation; nothing for networks with ReLU alone.
private func activationLine(
  of choice: RandomNetwork.Choice, using random: inout SeededGenerator
) -> String {
  switch choice {
  case .usual: ""
  case .activations: "\nactivation: \(activation(using: &random))"
  }
}

private func classifier(
  of choice: RandomNetwork.Choice, using random: inout SeededGenerator
) -> String {
  switch choice {
  case .usual: usualClassifier(using: &random)
  case .activations:
    "[\(activation(using: &random)), {linear: 9}, batch_norm, \(activation(using: &random)), {linear: 3}, "
      + "\(activation(using: &random))]"
  }
}

private func usualClassifier(using random: inout SeededGenerator) -> String {
  let kinds = [
    "relu", "softmax", "{dropout: 0.5}", "{linear: 3}", "{linear: {out: 4, bias: false}}",
  ]
  let layers = (0..<random.int(1...5)).map { _ in kinds[random.int(0...4)] }
  let list = "[\(layers.joined(separator: ", "))]"
  return [list, list, "{hidden: [5], classes: 3}"][random.int(0...2)]
}
