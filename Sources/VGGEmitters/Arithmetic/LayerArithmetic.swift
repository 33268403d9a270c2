import VGGDiagnostics
import VGGGraph
import VGGSpec

extension Layer {
  /// How this layer's numbers come about: output size, parameters, multiply-adds and receptive
  /// field.
  var arithmetic: [WorkedLine] {
    switch kind {
    case .conv2d(let conv): sizes + conv.costs(self) + field
    case .batchNorm2d(let norm):
      [WorkedLine("parameters", "2 * \(norm.channels) = \(grouped(parameters))")]
    case .maxPool2d, .avgPool2d: sizes + field
    case .localResponseNorm(let norm): [WorkedLine("each value", norm.formula)]
    case .adaptiveAvgPool2d: bins + field
    case .flatten: [WorkedLine("values", "\(input.product) = \(grouped(output.elementCount))")]
    case .linear(let linear): linear.costs(self)
    case .relu, .dropout, .softmax: []
    }
  }

  /// The output's height and width by the sliding window's formula, in one line where they are the
  /// same.
  private var sizes: [WorkedLine] {
    guard let window = kind.window, case .map(let from) = input, case .map(let to) = output else {
      return []
    }
    let height = window.formula(from: from.height, to: to.height)
    guard from.height != from.width else { return [WorkedLine("size", height)] }
    return [
      WorkedLine("height", height),
      WorkedLine("width", window.formula(from: from.width, to: to.width)),
    ]
  }

  /// Which rows and columns an adaptive pool takes the mean of.
  private var bins: [WorkedLine] {
    guard case .map(let from) = input, case .map(let to) = output else { return [] }
    return [
      WorkedLine("rows", AdaptiveAvgPool2d.bin(from: from.height, to: to.height)),
      WorkedLine("columns", AdaptiveAvgPool2d.bin(from: from.width, to: to.width)),
    ]
  }

  private var field: [WorkedLine] {
    guard let receptiveField else { return [] }
    let size = "\(receptiveField.size)x\(receptiveField.size)"
    return [WorkedLine("receptive field", "\(size) pixels, jump \(receptiveField.jump)")]
  }
}

extension Shape {
  /// `512 * 7 * 7`.
  fileprivate var product: String {
    dimensions.map(String.init).joined(separator: " * ")
  }
}

extension Window {
  /// For example: `floor((224 + 2*1 - 3)/1) + 1 = 224`.
  func formula(from input: Int, to output: Int) -> String {
    let rounding = ceil ? "ceil" : "floor"
    let start = "\(rounding)((\(input) + 2*\(padding) - \(kernel))/\(stride)) + 1"
    // PyTorch leaves out a last window that would start past the input.
    guard ceil, input + 2 * padding - kernel > (output - 1) * stride else {
      return "\(start) = \(output)"
    }
    return "\(start) = \(output + 1), less the window that starts past the input = \(output)"
  }
}

extension Conv2d {
  fileprivate func costs(_ layer: Layer) -> [WorkedLine] {
    let weights = "(\(inputChannels)*\(kernel)*\(kernel))"
    let offset = bias ? " + \(outputChannels)" : ""
    return [
      WorkedLine(
        "parameters", "\(outputChannels) * \(weights)\(offset) = \(grouped(layer.parameters))"),
      WorkedLine("MACs", "\(layer.output.product) * \(weights) = \(grouped(layer.macs))"),
    ]
  }
}

extension Linear {
  fileprivate func costs(_ layer: Layer) -> [WorkedLine] {
    let offset = bias ? " + \(outputs)" : ""
    return [
      WorkedLine("parameters", "\(outputs) * \(inputs)\(offset) = \(grouped(layer.parameters))"),
      WorkedLine("MACs", "\(outputs) * \(inputs) = \(grouped(layer.macs))"),
    ]
  }
}

extension LocalResponseNorm {
  /// For example: `x / (2 + 0.0005/5 * sum of x^2 over 5 channels)^0.75`.
  fileprivate var formula: String {
    "x / (\(plain(k)) + \(plain(alpha))/\(size) * sum of x^2 over \(size) channels)^\(plain(beta))"
  }
}

extension AdaptiveAvgPool2d {
  /// For example: `2 to each mean`, or `floor(i * 9/7) to ceil((i + 1) * 9/7) - 1 to the mean i`.
  fileprivate static func bin(from input: Int, to output: Int) -> String {
    if isEven(input: input, output: output) {
      return "\(input) / \(output) = \(input / output) to a mean"
    }
    return "floor(i * \(input)/\(output)) to ceil((i + 1) * \(input)/\(output)) - 1 to mean i"
  }
}

/// The shortest digits that give `value`, without the `.0` of a whole number.
private func plain(_ value: Double) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
