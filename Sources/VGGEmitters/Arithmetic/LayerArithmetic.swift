import VGGGraph
import VGGSpec

extension Layer {
  /// How this layer's numbers come about: output size, parameters, multiply-adds and receptive
  /// field.
  var arithmetic: [WorkedLine] {
    switch kind {
    case .conv2d, .maxPool2d, .avgPool2d: sizes + costs + field
    case .batchNorm2d, .linear: costs
    case .localResponseNorm(let norm):
      [WorkedLine("each value", norm.formula(sum: "sum of squares over \(norm.size) channels"))]
    case .adaptiveAvgPool2d: bins + field
    case .flatten: sizeFormulas.map { WorkedLine("values", $0) }
    case .relu, .dropout, .softmax: []
    }
  }

  /// The output's rows and columns, in one line where they are the same.
  private var sizes: [WorkedLine] {
    guard let window = kind.window, case .map(let from) = input else { return [] }
    return zip(namedSizeFormulas, [from.height, from.width]).map { line, size in
      let note = window.leavesLastOut(size) ? ": the last window would start past the map" : ""
      return WorkedLine(line.quantity.rawValue, line.formula + note)
    }
  }

  private var costs: [WorkedLine] {
    [("parameters", parameterFormula), ("MACs", macFormula)].compactMap { quantity, formula in
      formula.map { WorkedLine(quantity, $0) }
    }
  }

  /// Which rows and columns an adaptive pool takes the mean of.
  private var bins: [WorkedLine] {
    guard case .map(let from) = input, case .map(let to) = output else { return [] }
    return [
      WorkedLine("rows", bin(from: from.height, to: to.height)),
      WorkedLine("columns", bin(from: from.width, to: to.width)),
    ]
  }

  /// For example: `9 / 3 = 3 to a mean`, or `floor(i*9/7) to ceil((i + 1)*9/7) - 1 to mean i`.
  private func bin(from input: Int, to output: Int) -> String {
    if AdaptiveAvgPool2d.isEven(input: input, output: output) {
      return "\(input) / \(output) = \(input / output) to a mean"
    }
    let ends = AdaptiveAvgPool2d.binFormulas(input: input, output: output)
    return "\(ends.start) to \(ends.end) - 1 to mean i"
  }

  private var field: [WorkedLine] {
    guard let receptiveField else { return [] }
    let size = "\(receptiveField.size)x\(receptiveField.size)"
    return [WorkedLine("receptive field", "\(size) pixels, jump \(receptiveField.jump)")]
  }
}
