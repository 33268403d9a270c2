extension WindowAxis {
  /// The zeros before and after a side for which it has `ceil(size / stride)` windows: TensorFlow's `same` and ONNX's
  /// `SAME_UPPER`, which put the odd one after it; with stride 1 also PyTorch's `same`.
  ///
  /// For example: a 3x3 convolution of stride 2 pads 224 rows with none above and 1 below, and 225 rows with 1 and 1.
  package func samePadding(of size: Int) -> (before: Int, after: Int) {
    let windows = (size + stride - 1) / stride
    let zeros = max(0, (windows - 1) * stride + extent - size)
    return (zeros / 2, zeros - zeros / 2)
  }
}
