import VGGGraph
import VGGSpec

/// A small sound network of layers of every kind in any order, the same for the same seed.
package struct RandomNetwork: Sendable {
  package let configuration: String
  /// Whether a pooling rounds its output size up.
  package let hasCeil: Bool

  /// - Parameters:
  ///   - channels: how many the image may have.
  ///   - sides: how high and how wide it may be.
  package init(
    seed: UInt64, channels: ClosedRange<Int> = 1...5, sides: ClosedRange<Int> = 7...23
  ) {
    var random = SeededGenerator(seed: seed)
    let (height, width) = (random.int(sides), random.int(sides))
    var features = RandomFeatures(height: height, width: width)
    for _ in 0..<random.int(1...8) { features.add(using: &random) }
    hasCeil = features.hasCeil
    let pool = ["none", "\(random.int(1...4))", "[\(random.int(1...3)), \(random.int(1...4))]"]
    configuration = """
      name: random \(seed)
      input: [\(random.int(channels)), \(height), \(width)]
      batch_norm: \(Bool.random(using: &random))
      activation: \(activation(using: &random))
      features: [\(features.elements.joined(separator: ", "))]
      avgpool: \(pool[random.int(0...2)])
      classifier: \(classifier(using: &random))
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

  mutating func add(using random: inout SeededGenerator) {
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
    switch random.int(0...12) {
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
    case 7:
      let element = "{conv: \(channels), batch_norm: \(flag), activation: \(activation(using: &random))}"
      return (element, same)
    case 8: return ("{conv: \(channels), activation: none}", same)
    case 9: return ("batch_norm", same)
    default: return ("\(channels)", same)
    }
  }

  private func text(_ window: Window) -> String {
    "kernel: \(window.kernel), stride: \(window.stride), padding: \(window.padding)"
  }
}

private let activations = [
  "relu", "leaky_relu", "{leaky_relu: 0.3}", "elu", "{elu: 0.5}", "prelu", "gelu", "silu", "sigmoid", "tanh",
]

/// ReLU in half of the cases.
private func activation(using random: inout SeededGenerator) -> String {
  let choices = activations + ["none"]
  return random.int(0...1) == 0 ? "relu" : choices[random.int(0...choices.count - 1)]
}

private func classifier(using random: inout SeededGenerator) -> String {
  let kinds = [
    activations[random.int(0...activations.count - 1)], "softmax", "{dropout: 0.5}", "{linear: 3}",
    "{linear: {out: 4, bias: false}}", "batch_norm",
  ]
  var layers = (0..<random.int(1...5)).map { _ in kinds[random.int(0...5)] }
  // A batch normalisation comes after a linear layer.
  if let first = layers.firstIndex(of: "batch_norm"),
    !layers[..<first].contains(where: { $0.hasPrefix("{linear") })
  {
    layers.insert("{linear: 3}", at: first)
  }
  let list = "[\(layers.joined(separator: ", "))]"
  return [list, list, "{hidden: [5], classes: 3}"][random.int(0...2)]
}
