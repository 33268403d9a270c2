extension Window {
  /// ``outputSize(_:)`` with its numbers put in; `nil` when the window does not fit.
  ///
  /// For example: `floor((224 + 2*1 - 3)/1) + 1 = 224`, or where ``leavesLastOut(_:)``
  /// `ceil((8 + 2*0 - 1)/2) + 1 - 1 = 4`.
  package func formula(_ size: Int) -> String? {
    guard let output = outputSize(size) else { return nil }
    let rounding = ceil ? "ceil" : "floor"
    return "\(rounding)((\(size) + 2*\(padding) - \(kernel))/\(stride)) + 1"
      + "\(leavesLastOut(size) ? " - 1" : "") = \(output)"
  }

  /// Whether PyTorch leaves out a last window, which ceil mode rounds up to, because it would start
  /// past the input.
  package func leavesLastOut(_ size: Int) -> Bool {
    guard ceil, let output = outputSize(size) else { return false }
    return size + 2 * padding - kernel > (output - 1) * stride
  }
}
