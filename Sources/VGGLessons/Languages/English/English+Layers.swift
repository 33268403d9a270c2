import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension English {
  package func label(_ label: LessonLabel) -> String {
    switch label {
    case .eachValue: "each value"
    case .size: name(of: SizeQuantity.size)
    case .rows: name(of: SizeQuantity.rows)
    case .columns: name(of: SizeQuantity.columns)
    case .parameters: "parameters"
    case .macs: "MACs"
    case .sees: "sees"
    case .jump: "jump"
    case .inChannels: "in_channels"
    case .inFeatures: "in_features"
    case .leftOut: "left out"
    case .valueCount: "values"
    case .order: "order"
    case .training: "training"
    case .inference: "inference"
    case .stored: "stored"
    case .bin: "row i"
    }
  }

  package func activated(_ formula: String) -> String { "\(formula); no parameters" }

  package func largest(of window: Window) -> String {
    "the largest of \(window.kernel.height) x \(window.kernel.width)"
  }

  package func mean(of window: Window) -> String {
    "the mean of \(window.kernel.height) x \(window.kernel.width)"
  }

  package func runningStatistics(channels: Int) -> String {
    "plus 2 * \(channels) running means and variances, which are not learned"
  }

  package func sees(_ formula: String, _ quantity: SizeQuantity) -> String {
    switch quantity {
    case .size: "\(formula) pixels"
    case .rows: "\(formula) rows of pixels"
    case .columns: "\(formula) columns of pixels"
    }
  }

  package func jump(_ formula: String, _ quantity: SizeQuantity) -> String {
    switch quantity {
    case .size: "\(formula) pixels between neighbours"
    case .rows: "\(formula) pixels down to the next row"
    case .columns: "\(formula) pixels across to the next column"
    }
  }

  package func channelStep(of convolution: Conv2d, next: String?) -> String {
    let next = next.map { ", which \($0) takes" } ?? "; no convolution follows"
    return
      "Conv2d(\(convolution.inputChannels), \(convolution.outputChannels)), then in_channels = "
      + "\(convolution.outputChannels)\(next)"
  }

  package func denseValue(of layer: DenseLinear) -> String {
    let window = "\(layer.channels) x \(layer.kernel.height) x \(layer.kernel.width)"
    return "an output of Linear over one window of \(window) values"
  }

  package func imageHas(_ channels: Int) -> String {
    "the image has \(counted(channels, "channel"))"
  }

  package func channelsStay(_ channels: Int) -> String { "stays \(channels)" }

  package func leftOut(rows: Int, columns: Int) -> String {
    let edges = [
      rows > 0 ? counted(rows, "row") : nil, columns > 0 ? counted(columns, "column") : nil,
    ]
    return "\(listing(edges.compactMap { $0 })) at the far edge, which no window covers"
  }

  package func inputFeatures(_ count: Int) -> String {
    "\(count), all outputs of the previous layer"
  }

  package func binRows(from start: String, upTo end: String) -> String {
    "mean of input rows \(start) up to, not including, \(end)"
  }

  package func binColumns(_ fraction: String) -> String { "the same with \(fraction)" }

  package func dropped(_ probability: String) -> String {
    "each value becomes 0 with probability \(probability), otherwise x / (1 - \(probability))"
  }

  package func cut(after shown: Int, of all: Int) -> String {
    """
    The list ends here, after \(grouped(shown)) of \(grouped(all)) layers. vggc summary lists them all.
    """
  }
}
