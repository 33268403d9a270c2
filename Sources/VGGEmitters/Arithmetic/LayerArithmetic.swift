import VGGGraph

extension Layer {
  /// The output's rows and columns, on one line if they are the same.
  var sizes: [WorkedLine] {
    guard let window = kind.window, case .map(let from) = input else { return [] }
    let axes = [(window.rows, from.height), (window.columns, from.width)]
    return zip(namedSizeFormulas, axes).map { line, axis in
      let note = axis.0.leavesLastOut(axis.1) ? ": the last window would start past the map" : ""
      return WorkedLine(line.quantity.rawValue, line.formula + note)
    }
  }

  /// The parameters and multiply-adds, if there are any.
  var costs: [WorkedLine] {
    [("parameters", parameterFormula), ("MACs", macFormula)].compactMap { quantity, formula in
      formula.map { WorkedLine(quantity, $0) }
    }
  }

  /// The part of the image that a value after the layer sees, if there is one.
  var field: [WorkedLine] {
    guard let receptiveField else { return [] }
    let (size, jump) = (receptiveField.size.text, receptiveField.jump.brief)
    return [WorkedLine("receptive field", "\(size) pixels, jump \(jump)")]
  }
}
