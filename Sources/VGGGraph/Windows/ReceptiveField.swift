import VGGSpec

/// The part of the input image that one value of a feature map depends on, in pixels: its rows and
/// its columns.
///
/// Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill
/// 2019.
package struct ReceptiveField: Hashable, Sendable {
  package let rows: ReceptiveFieldAxis
  package let columns: ReceptiveFieldAxis

  package init(rows: ReceptiveFieldAxis, columns: ReceptiveFieldAxis) {
    self.rows = rows
    self.columns = columns
  }

  /// A square field.
  package init(size: Int, jump: Int, padding: Int) {
    let axis = ReceptiveFieldAxis(size: size, jump: jump, padding: padding)
    self.init(rows: axis, columns: axis)
  }

  /// Height and width, in pixels.
  package var size: Sides { Sides(height: rows.size, width: columns.size) }
  /// The distances between the fields of vertically and of horizontally neighbouring values.
  package var jump: Sides { Sides(height: rows.jump, width: columns.jump) }
  /// The rows and columns of the first value's field outside the image's edges.
  package var padding: Sides { Sides(height: rows.padding, width: columns.padding) }

  /// Whether rows and columns have the same numbers.
  package var isSquare: Bool { rows == columns }

  /// The field of the input image itself: one pixel sees one pixel.
  package static let pixel = ReceptiveField(size: 1, jump: 1, padding: 0)

  /// The field after one more window.
  ///
  /// - Returns: `nil` if a number does not fit 64 bits.
  package func after(_ window: Window) -> ReceptiveField? {
    guard let rows = rows.after(window.rows), let columns = columns.after(window.columns) else {
      return nil
    }
    return ReceptiveField(rows: rows, columns: columns)
  }
}

/// A receptive field along one axis: its rows or its columns.
package struct ReceptiveFieldAxis: Hashable, Sendable {
  /// The pixels from the first to the last.
  package let size: Int
  /// The distance between the fields of neighbouring values.
  package let jump: Int
  /// The pixels of the first value's field outside the image's edge.
  package let padding: Int

  package init(size: Int, jump: Int, padding: Int) {
    self.size = size
    self.jump = jump
    self.padding = padding
  }

  /// The field after one more window: `size + (kernel - 1) * dilation * jump`, `jump * stride`, `padding +
  /// padding * jump`.
  ///
  /// - Returns: `nil` if a number does not fit 64 bits.
  package func after(_ window: WindowAxis) -> ReceptiveFieldAxis? {
    guard
      let growth = checkedProduct(window.extent - 1, jump), let size = checkedSum(size, growth),
      let nextJump = checkedProduct(jump, window.stride),
      let reach = checkedProduct(window.padding, jump), let padding = checkedSum(padding, reach)
    else { return nil }
    return ReceptiveFieldAxis(size: size, jump: nextJump, padding: padding)
  }

  /// The growth of the field with one more window: `5 + (2 - 1)*1 = 6`, with dilation `5 + (3 - 1)*2*1 =
  /// 9`; `nil` if a number does not fit 64 bits.
  func sizeFormula(after window: WindowAxis) -> String? {
    guard let next = after(window) else { return nil }
    let dilation = window.dilation == 1 ? "" : "*\(window.dilation)"
    return "\(size) + (\(window.kernel) - 1)\(dilation)*\(jump) = \(next.size)"
  }

  /// The growth of the jump: `4 * 2 = 8`; `nil` if a number does not fit 64 bits, or the jump is unchanged.
  func jumpFormula(after window: WindowAxis) -> String? {
    guard window.stride > 1, let next = after(window) else { return nil }
    return "\(jump) * \(window.stride) = \(next.jump)"
  }
}

/// The effect of a layer on the receptive field.
package enum ReceptiveFieldEffect: Hashable, Sendable {
  /// Each value has the field of the value at its place before.
  case keeps
  /// Each value has the fields of the values in a window together.
  case slides(Window)
  /// Each value sees all of the image, or its field differs in size from its neighbours'.
  case endsIt
}
