import VGGKernels

/// A square window that slides over a feature map: the geometry that convolution and pooling share.
package struct SlidingWindow: Hashable, Sendable {
  package var kernel: Int
  package var stride: Int
  package var padding: Int
  /// Whether the output size is rounded up, as pooling's `ceil_mode` does.
  package var ceil: Bool

  /// - Precondition: `kernel` and `stride` are at least 1, `padding` is at least 0, and none is more
  ///   than 2^31 - 1.
  package init(kernel: Int, stride: Int, padding: Int, ceil: Bool = false) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.ceil = ceil
  }

  /// The rows (or columns) of the output for those of the input, as the kernels compute them; 0 when
  /// the window does not fit.
  ///
  /// - Precondition: `size` is from 0 to 2^31 - 1.
  package func outputSize(_ size: Int) -> Int {
    Int(vgg_window_output(Int32(size), Int32(kernel), Int32(stride), Int32(padding), ceil))
  }

  /// As the kernels take it.
  var kernelWindow: vgg_window {
    vgg_window(
      kernel_h: Int32(kernel), kernel_w: Int32(kernel), stride_h: Int32(stride),
      stride_w: Int32(stride), pad_h: Int32(padding), pad_w: Int32(padding), ceil: ceil)
  }
}
