/// Average pooling to a given size, whatever the input's (`torch.nn.AdaptiveAvgPool2d`).
///
/// Output row `i` of `n` is the mean of the input rows from `floor(i * size / n)` to `ceil((i + 1)
/// * size / n)`.
package struct AdaptiveAvgPool2d: Hashable, Sendable {
  package let height: Int
  package let width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// Whether every bin along an axis has the same length, so that the pool is an ordinary one.
  package static func isEven(input: Int, output: Int) -> Bool {
    input % output == 0
  }
}
