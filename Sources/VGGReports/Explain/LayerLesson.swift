import VGGDiagnostics
import VGGGraph

/// One layer's arithmetic, line by line.
struct LayerLesson {
  let layer: Layer
  /// What a value of the layer's input sees; `nil` for the whole image.
  let fieldBefore: ReceptiveField?
  let nextConvolution: String?

  typealias Line = (label: String, text: String)

  /// `conv1_1  conv3-64  features.0  3x224x224 -> 64x224x224`.
  func head(_ name: String) -> String {
    let shapes =
      layer.input == layer.output ? "\(layer.input)" : "\(layer.input) -> \(layer.output)"
    var parts = [name]
    for part in [layer.kind.notation, layer.name, shapes] where part != parts.last {
      parts.append(part)
    }
    return parts.joined(separator: "  ")
  }

  var lines: [Line] {
    switch layer.kind {
    case .conv2d(let conv):
      sizes + costs + growth + [("in_channels", channelStep(conv))]
    case .maxPool2d(let pool):
      [("each value", "the largest of \(pool.window.kernel) x \(pool.window.kernel)")] + sizes
        + leftOut(pool.window) + growth + unchangedChannels
    case .avgPool2d(let pool):
      [("each value", "the mean of \(pool.window.kernel) x \(pool.window.kernel)")] + sizes
        + leftOut(pool.window) + growth + unchangedChannels
    case .batchNorm2d(let norm): costs + normLines(norm)
    case .relu: [("each value", "max(0, x), in place; learns nothing")]
    case .localResponseNorm(let norm): [("each value", norm.formula)]
    case .adaptiveAvgPool2d(let pool): bins(pool)
    case .flatten: [("values", sizeFormulaText), ("order", "channel by channel, row by row")]
    case .linear(let linear):
      [("in_features", "\(linear.inputs), all that the layer before gives")] + costs
    case .dropout(let dropout): dropoutLines(dropout)
    case .softmax: [("each value", "e^x / (sum of all e^x), so that they add up to 1")]
    }
  }

  private var sizeFormulaText: String { layer.sizeFormulas.joined(separator: "; ") }

  private var sizes: [Line] { layer.namedSizeFormulas.map { ($0.quantity, $0.formula) } }

  private var costs: [Line] {
    [("parameters", layer.parameterFormula), ("MACs", layer.macFormula)]
      .compactMap { label, formula in formula.map { (label, $0) } }
  }

  private var growth: [Line] {
    guard let window = layer.kind.window, let fieldBefore,
      let size = fieldBefore.sizeFormula(after: window)
    else { return [] }
    guard window.stride > 1, let after = fieldBefore.after(window) else {
      return [("sees", "\(size) pixels")]
    }
    return [
      ("sees", "\(size) pixels"),
      ("jump", "\(fieldBefore.jump) * \(window.stride) = \(after.jump) pixels between neighbours"),
    ]
  }

  private func channelStep(_ conv: Conv2d) -> String {
    let next = nextConvolution.map { ", which \($0) takes" } ?? "; no convolution follows"
    return "Conv2d(\(conv.inputChannels), \(conv.outputChannels)), then in_channels = "
      + "\(conv.outputChannels)\(next)"
  }

  private var unchangedChannels: [Line] {
    guard case .map(let map) = layer.output else { return [] }
    return [("in_channels", "stays \(map.channels)")]
  }

  private func leftOut(_ window: Window) -> [Line] {
    guard case .map(let map) = layer.input else { return [] }
    let rows = window.uncovered(map.height)
    let columns = window.uncovered(map.width)
    guard rows > 0 || columns > 0 else { return [] }
    let edges = [
      rows > 0 ? counted(rows, "row") : nil, columns > 0 ? counted(columns, "column") : nil,
    ]
    return [
      ("left out", "\(listing(edges.compactMap { $0 })) at the far edge, which no window covers")
    ]
  }

  private func normLines(_ norm: BatchNorm2d) -> [Line] {
    [
      ("each value", "(x - mean)/sqrt(variance + 0.00001) * scale + shift, one of each a channel"),
      (
        "stored",
        "beside them 2 * \(norm.channels) running means and variances, which are not learned"
      ),
    ]
  }

  private func bins(_ pool: AdaptiveAvgPool2d) -> [Line] {
    guard case .map(let map) = layer.input else { return [] }
    let rows = AdaptiveAvgPool2d.binFormulas(input: map.height, output: pool.height)
    return [
      (
        "row i",
        "mean of input rows \(rows.start) up to, not including, \(rows.end)"
      ),
      ("columns", "the same with \(map.width)/\(pool.width)"),
    ]
  }

  private func dropoutLines(_ dropout: Dropout) -> [Line] {
    let probability = plain(dropout.probability)
    return [
      (
        "training",
        "each value becomes 0 with probability \(probability), else x / (1 - \(probability))"
      ),
      ("inference", "does nothing"),
    ]
  }
}
