import VGGGraph
import VGGSpec

extension Window {
  /// The padding below the last row, and to the right of the last column.
  func farPadding(from input: MapShape, to output: MapShape) -> Sides {
    ceil ? reach(from: input.plane, to: output.plane) : padding
  }

  /// The rows and columns below and to the right of a map that its last windows cover.
  package func reach(from input: PlaneSize, to output: PlaneSize) -> Sides {
    Sides(
      height: rows.reach(input.height, output.height),
      width: columns.reach(input.width, output.width))
  }
}

extension WindowAxis {
  fileprivate func reach(_ input: Int, _ output: Int) -> Int {
    max(0, (output - 1) * stride + extent - input - padding)
  }
}
