/// The part of the input image that one value of a feature map depends on, in pixels along one axis.
///
/// `size` is the width of the window, `jump` the distance between the windows of neighbouring
/// values, and `padding` how far the first window reaches past the image's edge. (Araujo, Norris
/// and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019.)
package struct ReceptiveField: Hashable, Sendable {
  package let size: Int
  package let jump: Int
  package let padding: Int

  package init(size: Int, jump: Int, padding: Int) {
    self.size = size
    self.jump = jump
    self.padding = padding
  }

  /// Of the input image itself: one pixel sees one pixel.
  package static let pixel = ReceptiveField(size: 1, jump: 1, padding: 0)

  /// After one more window: `size + (kernel - 1) * jump`, `jump * stride`, `padding + padding *
  /// jump`.
  ///
  /// - Returns: `nil` when a number does not fit 64 bits.
  package func after(_ window: Window) -> ReceptiveField? {
    guard
      let growth = checkedProduct(window.kernel - 1, jump), let size = checkedSum(size, growth),
      let nextJump = checkedProduct(jump, window.stride),
      let reach = checkedProduct(window.padding, jump), let padding = checkedSum(padding, reach)
    else { return nil }
    return ReceptiveField(size: size, jump: nextJump, padding: padding)
  }
}

/// The effect of a layer on the receptive field.
package enum ReceptiveFieldEffect: Hashable, Sendable {
  /// Each value sees what the value at its place saw.
  case keeps
  /// Each value sees what the values in a window saw.
  case slides(Window)
  /// Each value sees all of the image, or another part than its neighbours do, of another size.
  case endsIt
}
