import VGGSpec

extension Window {
  /// The formula of both sides if map and window are square, or those of the rows and of the
  /// columns; empty if the window does not fit.
  package func formulas(_ plane: PlaneSize) -> [String] {
    let formulas = [rows.formula(plane.height), columns.formula(plane.width)]
    return (plane.height == plane.width && isSquare ? [formulas[0]] : formulas).compactMap { $0 }
  }
}

extension WindowAxis {
  /// ``outputSize(_:)`` with its numbers filled in; `nil` if the window does not fit.
  ///
  /// For example: `floor((224 + 2*1 - 3)/1) + 1 = 224`, or if ``leavesLastOut(_:)``
  /// `ceil((8 + 2*0 - 1)/2) + 1 - 1 = 4`, and with dilation PyTorch's
  /// `floor((28 + 2*2 - 2*(3 - 1) - 1)/1) + 1 = 28`.
  package func formula(_ size: Int) -> String? {
    guard let output = outputSize(size) else { return nil }
    let rounding = ceil ? "ceil" : "floor"
    let reach = dilation == 1 ? "\(kernel)" : "\(dilation)*(\(kernel) - 1) - 1"
    return "\(rounding)((\(size) + 2*\(padding) - \(reach))/\(stride)) + 1"
      + "\(leavesLastOut(size) ? " - 1" : "") = \(output)"
  }
}
