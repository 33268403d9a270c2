import VGGSpec

/// A window that slides over a feature map: the geometry that convolution and pooling share.
///
/// Rows and columns are independent of each other; most windows have the same numbers along both.
package struct Window: Hashable, Sendable {
  /// Along the map's height.
  package var rows: WindowAxis
  /// Along the map's width.
  package var columns: WindowAxis

  package init(rows: WindowAxis, columns: WindowAxis) {
    self.rows = rows
    self.columns = columns
  }

  /// - Precondition: the numbers are those of a ``WindowAxis``.
  package init(
    kernel: Sides, stride: Sides, padding: Sides, dilation: Sides = 1, ceil: Bool = false
  ) {
    self.init(
      rows: WindowAxis(
        kernel: kernel.height, stride: stride.height, padding: padding.height,
        dilation: dilation.height, ceil: ceil),
      columns: WindowAxis(
        kernel: kernel.width, stride: stride.width, padding: padding.width,
        dilation: dilation.width, ceil: ceil))
  }

  package var kernel: Sides { Sides(height: rows.kernel, width: columns.kernel) }
  package var stride: Sides { Sides(height: rows.stride, width: columns.stride) }
  package var padding: Sides { Sides(height: rows.padding, width: columns.padding) }
  package var dilation: Sides { Sides(height: rows.dilation, width: columns.dilation) }
  /// The rows and columns from a window's first value to its last: the kernel, if nothing is
  /// dilated.
  package var extent: Sides { Sides(height: rows.extent, width: columns.extent) }
  package var ceil: Bool { rows.ceil || columns.ceil }

  /// Whether rows and columns have the same numbers.
  package var isSquare: Bool { rows == columns }

  /// Height and width of the output; `nil` if the window does not fit.
  package func output(of plane: PlaneSize) -> PlaneSize? {
    guard let height = rows.outputSize(plane.height), let width = columns.outputSize(plane.width)
    else { return nil }
    return PlaneSize(height: height, width: width)
  }

  /// Rows and columns at the far edges that no window covers; `nil` if every one is covered.
  package func uncovered(_ plane: PlaneSize) -> (rows: Int, columns: Int)? {
    let uncovered = (rows.uncovered(plane.height), columns.uncovered(plane.width))
    return uncovered == (0, 0) ? nil : uncovered
  }
}
