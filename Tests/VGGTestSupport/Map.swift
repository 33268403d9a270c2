import VGGSpec

/// A feature map in float64: channels x height x width.
package struct Map {
  package let shape: MapShape
  package var values: [Double]

  package init(_ shape: MapShape, _ values: [Double]) {
    precondition(values.count == shape.channels * shape.height * shape.width)
    (self.shape, self.values) = (shape, values)
  }

  /// Creates a map whose values `value` returns for channel, row and column.
  package init(_ shape: MapShape, _ value: (Int, Int, Int) -> Double) {
    var values: [Double] = []
    for channel in 0..<shape.channels {
      for row in 0..<shape.height {
        for column in 0..<shape.width { values.append(value(channel, row, column)) }
      }
    }
    self.init(shape, values)
  }

  package subscript(channel: Int, row: Int, column: Int) -> Double {
    values[(channel * shape.height + row) * shape.width + column]
  }
}
