import VGGGraph
import VGGSpec

/// The zeros around a map that another tool's word `same` stands for.
package struct SameZeros {
  /// Above and left of the map.
  package let near: Sides
  /// Below and right of it.
  package let far: Sides

  /// TensorFlow's rule, which is ONNX's `SAME_UPPER`.
  ///
  /// - Parameters:
  ///   - window: A window whose numbers are within the language's bounds.
  ///   - plane: The map; `nil` where its size is not known.
  /// - Returns: `nil` where the zeros depend on a size that is not known.
  package init?(_ window: ImportedWindow, of plane: PlaneSize?) {
    let axes = Window(
      kernel: window.kernel, stride: window.stride, padding: 0, dilation: window.dilation)
    func zeros(_ axis: WindowAxis, _ size: Int?) -> (before: Int, after: Int)? {
      // With these the zeros are the same for all sizes.
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
