import VGGKernels

/// A window that slides over a feature map: the geometry that convolution and pooling share.
package struct SlidingWindow: Hashable, Sendable {
  package var rows: SlidingAxis
  package var columns: SlidingAxis
  /// Whether the output size is rounded up, as pooling's `ceil_mode` does.
  package var ceil: Bool

  package init(rows: SlidingAxis, columns: SlidingAxis, ceil: Bool = false) {
    self.rows = rows
    self.columns = columns
    self.ceil = ceil
  }

  /// A square window.
  ///
  /// - Precondition: that of ``SlidingAxis`` holds.
  package init(kernel: Int, stride: Int, padding: Int, dilation: Int = 1, ceil: Bool = false) {
    let axis = SlidingAxis(kernel: kernel, stride: stride, padding: padding, dilation: dilation)
    self.init(rows: axis, columns: axis, ceil: ceil)
  }

  /// The rows of the output for those of the input; 0 when the window does not fit.
  ///
  /// - Precondition: `height` is from 0 to 2^31 - 1.
  package func outputHeight(_ height: Int) -> Int { rows.outputSize(height, ceil: ceil) }

  /// The columns of the output for those of the input; 0 when the window does not fit.
  ///
  /// - Precondition: `width` is from 0 to 2^31 - 1.
  package func outputWidth(_ width: Int) -> Int { columns.outputSize(width, ceil: ceil) }

  /// The larger of the paddings: the border that maps need for the window.
  package var largestPadding: Int { max(rows.padding, columns.padding) }

  /// The pooling kernels' value for it.
  ///
  /// - Precondition: there is no dilation, which pooling does not have.
  var kernelWindow: vgg_window {
    precondition(rows.dilation == 1 && columns.dilation == 1, "a pooling window has no dilation")
    return vgg_window(
      kernel_h: Int32(rows.kernel), kernel_w: Int32(columns.kernel), stride_h: Int32(rows.stride),
      stride_w: Int32(columns.stride), pad_h: Int32(rows.padding), pad_w: Int32(columns.padding),
      ceil: ceil)
  }
}
