import VGGCompute
import VGGExecution
import VGGGraph
import VGGSpec

/// The drop of the network's output for a class when a part of the image is covered, for each position of the cover.
///
/// Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014.
package struct Occlusion: Hashable, Sendable {
  /// The cover, and the distances between its positions.
  package struct Window: Hashable, Sendable {
    package let size: Sides
    package let stride: Sides

    package init(size: Sides, stride: Sides) {
      (self.size, self.stride) = (size, stride)
    }
  }

  package let window: Window
  /// The positions of the cover's upper left corner, in pixels from the top and from the left.
  package let rows: [Int]
  package let columns: [Int]
  /// Row by row; positive where the covered part speaks for the class.
  package let drops: [Float]

  /// Covers `image` with zeros, the colour of `preprocess.mean`, at one position after the other; the cover is cut
  /// off at the far edges.
  ///
  /// - Parameters:
  ///   - program: A program of the network; it runs as many covered images at once as its batch has.
  ///   - progress: Called with the number of positions done, and of all.
  /// - Throws: `InsightError` for a window that does not fit, or values that are not finite; `ComputeError` from the runs.
  package init(
    of image: [Float], for classNumber: Int, by program: Program, window: Window,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    let input = program.graph.input
    guard program.graph.outcome != .features else {
      throw InsightError.noClasses(
        model: program.graph.name, output: "\(program.graph.output)")
    }
    guard (1...input.height).contains(window.size.height),
      (1...input.width).contains(window.size.width), window.stride.height >= 1,
      window.stride.width >= 1
    else {
      throw InsightError.window(
        height: window.size.height, width: window.size.width, imageHeight: input.height,
        imageWidth: input.width)
    }
    try requireFinite(image, .input)
    self.window = window
    let rows = Self.positions(
      input.height, size: window.size.height, step: window.stride.height)
    let columns = Self.positions(
      input.width, size: window.size.width, step: window.stride.width)
    (self.rows, self.columns) = (rows, columns)
    let count = program.graph.output.elementCount
    precondition((0..<count).contains(classNumber), "the class is one of the network's")
    let whole = try program.run(image)[classNumber]
    let places = rows.flatMap { row in columns.map { (row, $0) } }
    var drops: [Float] = []
    for start in stride(from: 0, to: places.count, by: program.options.batch) {
      let part = places[start..<min(start + program.options.batch, places.count)]
      let outputs = try program.run(
        part.flatMap { Self.covered(image, input, size: window.size, at: $0) })
      drops += part.indices.map { whole - outputs[($0 - start) * count + classNumber] }
      progress(part.endIndex, places.count)
    }
    try requireFinite(drops, .output)
    self.drops = drops
  }

  /// The positions along one axis: the last one reaches the far edge or goes past it, or no later one is in the image.
  private static func positions(_ extent: Int, size: Int, step: Int) -> [Int] {
    let step = min(step, extent)
    return (0...(extent - size + step - 1) / step).map { $0 * step }.filter { $0 < extent }
  }

  private static func covered(
    _ image: [Float], _ shape: MapShape, size: Sides, at place: (row: Int, column: Int)
  ) -> [Float] {
    var covered = image
    let rows = place.row..<min(place.row + size.height, shape.height)
    let columns = place.column..<min(place.column + size.width, shape.width)
    for channel in 0..<shape.channels {
      for row in rows {
        let start = (channel * shape.height + row) * shape.width
        for column in columns { covered[start + column] = 0 }
      }
    }
    return covered
  }
}
