extension Window {
  /// ``outputSize(_:)`` with its numbers put in; `nil` when the window does not fit.
  ///
  /// For example: `floor((224 + 2*1 - 3)/1) + 1 = 224`. In ceil mode PyTorch leaves out a last
  /// window that would start past the input, which shows as `ceil((8 + 2*0 - 1)/2) + 1 - 1 = 4`.
  package func formula(_ size: Int) -> String? {
    guard let output = outputSize(size) else { return nil }
    let rounding = ceil ? "ceil" : "floor"
    let span = size + 2 * padding - kernel
    let leavesOneOut = ceil && span > (output - 1) * stride
    return "\(rounding)((\(size) + 2*\(padding) - \(kernel))/\(stride)) + 1"
      + "\(leavesOneOut ? " - 1" : "") = \(output)"
  }
}
