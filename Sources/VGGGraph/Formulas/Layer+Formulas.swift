import VGGDiagnostics
import VGGSpec

extension Layer {
  /// How the output's height and width come about: one formula for a square map, else one for the
  /// rows and one for the columns; empty where the size stays as it is.
  package var sizeFormulas: [String] {
    guard case .map(let from) = input else { return [] }
    switch kind {
    case .conv2d, .maxPool2d, .avgPool2d:
      guard let window = kind.window else { return [] }
      let axes = from.height == from.width ? [from.height] : [from.height, from.width]
      return axes.compactMap(window.formula)
    case .adaptiveAvgPool2d(let pool):
      return ["\(pool.height)x\(pool.width) from any size"]
    case .flatten:
      return ["\(from.channels) * \(from.height) * \(from.width) = \(grouped(output.elementCount))"]
    case .batchNorm2d, .relu, .localResponseNorm, .linear, .dropout, .softmax:
      return []
    }
  }

  /// ``sizeFormulas`` with what each is of: the size, or the rows and the columns.
  package var namedSizeFormulas: [(quantity: SizeQuantity, formula: String)] {
    let formulas = sizeFormulas
    guard formulas.count == 2 else { return formulas.map { (.size, $0) } }
    return [(.rows, formulas[0]), (.columns, formulas[1])]
  }

  /// How many numbers the layer learns: `64 * (3*3*3) + 64 = 1,792`; `nil` for a layer that learns
  /// none.
  package var parameterFormula: String? {
    switch kind {
    case .conv2d(let conv):
      "\(conv.outputChannels) * \(conv.weightsFormula)"
        + (conv.bias ? " + \(conv.outputChannels)" : "") + " = \(grouped(parameters))"
    case .batchNorm2d(let norm):
      "2 * \(norm.channels) = \(grouped(parameters))"
    case .linear(let linear):
      "\(linear.outputs) * \(linear.inputs)\(linear.bias ? " + \(linear.outputs)" : "")"
        + " = \(grouped(parameters))"
    case .relu, .maxPool2d, .avgPool2d, .localResponseNorm, .adaptiveAvgPool2d, .flatten, .dropout,
      .softmax:
      nil
    }
  }

  /// How many multiply-adds one image takes: `64 * 224 * 224 * (3*3*3) = 86,704,128`; `nil` where
  /// none count.
  package var macFormula: String? {
    switch kind {
    case .conv2d(let conv):
      guard case .map(let map) = output else { return nil }
      return "\(map.channels) * \(map.height) * \(map.width) * \(conv.weightsFormula)"
        + " = \(grouped(macs))"
    case .linear(let linear):
      return "\(linear.outputs) * \(linear.inputs) = \(grouped(macs))"
    case .batchNorm2d, .relu, .maxPool2d, .avgPool2d, .localResponseNorm, .adaptiveAvgPool2d,
      .flatten, .dropout, .softmax:
      return nil
    }
  }
}

/// What a size formula is of.
package enum SizeQuantity: String, Sendable {
  /// Height and width alike.
  case size
  case rows
  case columns
}

extension Conv2d {
  /// One output value's weights, input channels * kernel * kernel: `(3*3*3)`.
  package var weightsFormula: String { "(\(inputChannels)*\(kernel)*\(kernel))" }
}

extension ReceptiveField {
  /// How far one more window widens the view: `5 + (2 - 1)*1 = 6`; `nil` when a number does not fit
  /// 64 bits.
  package func sizeFormula(after window: Window) -> String? {
    guard let next = after(window) else { return nil }
    return "\(size) + (\(window.kernel) - 1)*\(jump) = \(next.size)"
  }
}
