import VGGKernels

/// A sliding window along one axis of a feature map: its rows or its columns.
package struct SlidingAxis: Hashable, Sendable {
  package var kernel: Int
  package var stride: Int
  package var padding: Int
  /// Rows (or columns) from one of the kernel's taps to the next.
  package var dilation: Int

  /// - Precondition: `kernel`, `stride` and `dilation` are at least 1, `padding` is at least 0, none is
  ///   more than 2^31 - 1, and neither is ``span``.
  package init(kernel: Int, stride: Int, padding: Int, dilation: Int = 1) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
  }

  /// The number of rows (or columns) from the kernel's first tap to its last, inclusive.
  ///
  /// For example: 5 of a kernel of 3 with dilation 2.
  package var span: Int { dilation * (kernel - 1) + 1 }

  /// The rows (or columns) of the output for those of the input, as the kernels compute them; 0 when
  /// the window does not fit.
  ///
  /// - Parameter ceil: whether the size is rounded up.
  /// - Precondition: `size` is from 0 to 2^31 - 1.
  package func outputSize(_ size: Int, ceil: Bool) -> Int {
    Int(
      vgg_window_output(
        Int32(size), Int32(kernel), Int32(stride), Int32(padding), Int32(dilation), ceil))
  }
}
