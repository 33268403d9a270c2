import VGGGraph
import VGGSpec

/// The zeros around a map that another tool expresses with the word `same`.
package struct SameZeros {
  /// The zeros above and to the left of the map.
  package let near: Sides
  /// The zeros below and to the right of it.
  package let far: Sides

  /// The zeros by TensorFlow's rule, which is also ONNX's `SAME_UPPER`.
  ///
  /// - Parameters:
  ///   - window: A window whose numbers are within the language's bounds.
  ///   - plane: The map; `nil` if its size is unknown.
  /// - Returns: `nil` if the zeros depend on an unknown size.
  package init?(_ window: ImportedWindow, of plane: PlaneSize?) {
    let axes = Window(
      kernel: window.kernel, stride: window.stride, padding: 0, dilation: window.dilation)
    func zeros(_ axis: WindowAxis, _ size: Int?) -> (before: Int, after: Int)? {
      // In these cases the zeros are the same for all sizes.
      let isFixed = axis.stride == 1 || axis.extent == 1
      return (size ?? (isFixed ? 1 : nil)).map(axis.samePadding)
    }
    guard let rows = zeros(axes.rows, plane?.height),
      let columns = zeros(axes.columns, plane?.width)
    else { return nil }
    near = Sides(height: rows.before, width: columns.before)
    far = Sides(height: rows.after, width: columns.after)
  }
}
