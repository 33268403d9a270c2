import VGGSpec

/// A square window that slides over a feature map: the geometry that convolution and pooling share.
package struct Window: Hashable, Sendable {
  private let axis: WindowAxis

  /// - Precondition: the numbers are those of a ``WindowAxis``.
  package init(kernel: Int, stride: Int, padding: Int, ceil: Bool = false) {
    axis = WindowAxis(kernel: kernel, stride: stride, padding: padding, ceil: ceil)
  }

  /// Along the map's height.
  package var rows: WindowAxis { axis }
  /// Along the map's width.
  package var columns: WindowAxis { axis }

  /// The window's height, which is also its width.
  package var kernel: Int { rows.kernel }
  package var stride: Int { rows.stride }
  package var padding: Int { rows.padding }
  package var ceil: Bool { rows.ceil }

  /// Height and width of the output; `nil` when the window does not fit.
  package func output(of plane: PlaneSize) -> PlaneSize? {
    guard let height = rows.outputSize(plane.height), let width = columns.outputSize(plane.width)
    else { return nil }
    return PlaneSize(height: height, width: width)
  }

  /// Rows and columns at the far edges that no window covers; `nil` when every one is covered.
  package func uncovered(_ plane: PlaneSize) -> (rows: Int, columns: Int)? {
    let uncovered = (rows.uncovered(plane.height), columns.uncovered(plane.width))
    return uncovered == (0, 0) ? nil : uncovered
  }
}
