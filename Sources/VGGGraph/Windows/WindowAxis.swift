/// A square window that slides over a feature map: the geometry that convolution and pooling share.
///
/// All output-size arithmetic of the compiler is here. The formulas are those of `torch.nn.Conv2d`
/// and `torch.nn.MaxPool2d`, with dilation 1.
package struct Window: Hashable, Sendable {
  package let kernel: Int
  package let stride: Int
  package let padding: Int
  /// Round the output size up, as pooling's `ceil_mode` does.
  package let ceil: Bool

  /// - Precondition: `kernel` and `stride` are at least 1, `padding` at least 0, and all lie within
  ///   the language's bounds, so that no sum below can overflow.
  package init(kernel: Int, stride: Int, padding: Int, ceil: Bool = false) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.ceil = ceil
  }

  /// The rows (or columns) of the output for those of the input; `nil` when the window does not
  /// fit.
  ///
  /// For example: kernel 3, stride 1, padding 1 gives `floor((224 + 2*1 - 3)/1) + 1 = 224`.
  package func outputSize(_ size: Int) -> Int? {
    let span = size + 2 * padding - kernel
    guard ceil else {
      return span < 0 ? nil : span / stride + 1
    }
    var output = (span + stride - 1).floorDivided(by: stride) + 1
    // PyTorch: the last window must start inside the input or its left padding.
    if (output - 1) * stride >= size + padding { output -= 1 }
    return output < 1 ? nil : output
  }

  /// The smallest input that gives at least `output` rows (or columns).
  package func smallestInput(forOutput output: Int) -> Int {
    let steps = ceil ? output - 2 : output - 1
    var size = max(1, steps.saturatingProduct(stride) + kernel - 2 * padding + (ceil ? 1 : 0))
    while (outputSize(size) ?? 0) < output { size += 1 }
    return size
  }

  /// Rows (or columns) at the far edge that no window covers.
  ///
  /// For example: a 2x2 pool of stride 2 leaves one row of 7 out.
  package func uncovered(_ size: Int) -> Int {
    guard let output = outputSize(size) else { return 0 }
    return max(0, size + padding - ((output - 1) * stride + kernel))
  }
}

extension Int {
  fileprivate func floorDivided(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  fileprivate func saturatingProduct(_ factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max / 4 : product
  }
}
