import VGGSpec

/// A sliding window along one axis of a feature map: its rows or its columns.
///
/// All output-size arithmetic of the compiler is here. The formulas are those of `torch.nn.Conv2d`
/// and `torch.nn.MaxPool2d`; `Tests/Windows/windows.csv` has cases with which the kernels are also
/// tested.
package struct WindowAxis: Hashable, Sendable {
  package var kernel: Int
  package var stride: Int
  package var padding: Int
  /// The distance between the map's values under neighbouring values of the kernel: 1 if they
  /// are also neighbours.
  package var dilation: Int
  /// Whether the output size is rounded up, as in pooling's `ceil_mode`.
  package var ceil: Bool

  /// - Precondition: `kernel`, `stride` and `dilation` are at least 1, `padding` at least 0, and all
  ///   are within the language's bounds, so that no sum below can overflow.
  package init(kernel: Int, stride: Int, padding: Int, dilation: Int = 1, ceil: Bool = false) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.ceil = ceil
  }

  /// The rows (or columns) from the window's first value to its last: `(kernel - 1)*dilation + 1`.
  package var extent: Int { (kernel - 1) * dilation + 1 }

  /// The rows (or columns) of the output for those of the input; `nil` if the window does not
  /// fit.
  ///
  /// For example: kernel 3, stride 1, padding 1 has `floor((224 + 2*1 - 3)/1) + 1 = 224`.
  package func outputSize(_ size: Int) -> Int? {
    let span = size + 2 * padding - extent
    guard ceil else {
      return span < 0 ? nil : span / stride + 1
    }
    var output = (span + stride - 1).floorDivided(by: stride) + 1
    // PyTorch: the last window must start inside the input or its left padding.
    if (output - 1) * stride >= size + padding { output -= 1 }
    return output < 1 ? nil : output
  }

  /// The smallest input with at least `output` rows (or columns) of output; `nil` if the language
  /// allows no image that large.
  package func smallestInput(forOutput output: Int) -> Int? {
    let longest = LanguageBounds.imageSide.upperBound
    let steps = ceil ? output - 2 : output - 1
    guard let distance = checkedProduct(steps, stride), distance <= longest + 2 * padding else {
      return nil
    }
    var size = max(1, distance + extent - 2 * padding + (ceil ? 1 : 0))
    while (outputSize(size) ?? 0) < output { size += 1 }
    return size <= longest ? size : nil
  }

  /// Rows (or columns) at the far edge that no window covers.
  ///
  /// For example: a 2x2 pool of stride 2 leaves one row of 7 out.
  package func uncovered(_ size: Int) -> Int {
    guard let output = outputSize(size) else { return 0 }
    return max(0, size + padding - ((output - 1) * stride + extent))
  }

  /// Whether PyTorch leaves out a last window, which ceil mode rounds up to, because it would start
  /// past the input.
  package func leavesLastOut(_ size: Int) -> Bool {
    guard ceil, let output = outputSize(size) else { return false }
    return size + 2 * padding - extent > (output - 1) * stride
  }

  /// Whether the output is as large as the input for every size: 3x3 with padding 1, 1x1 with
  /// none, 3x3 of dilation 2 with padding 2.
  package var keepsSize: Bool {
    stride == 1 && extent == 2 * padding + 1
  }
}

extension Int {
  fileprivate func floorDivided(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
