import VGGGraph

/// The pixels of the image that each value of a map sees, by its row and its column.
package struct FieldTable: Hashable, Sendable {
  /// A range of rows or columns of the image, counted from 0.
  package struct Range: Hashable, Sendable {
    package let start: Int
    package let count: Int
  }

  /// The fields of the map's rows, in order.
  package let rows: [Range]
  package let columns: [Range]
  /// The centres of the first row's and the first column's fields, and the distances to the next; `nil` if every value sees
  /// the whole image.
  let centres: Pair?

  struct Pair: Hashable, Sendable {
    let row: Centres
    let column: Centres
  }

  /// The centres of fields along one axis, in pixels.
  struct Centres: Hashable, Sendable {
    let first: Double
    let step: Double
  }

  /// - Parameter layer: A layer whose output is a map.
  package init(of layer: ChosenLayer, in graph: ModelGraph) {
    guard case .map(let map) = layer.shape else { preconditionFailure("a vector has no fields") }
    let field = layer.index.map { graph.layers[$0].receptiveField } ?? .pixel
    guard let field else {
      rows = Array(repeating: Range(start: 0, count: graph.input.height), count: map.height)
      columns = Array(repeating: Range(start: 0, count: graph.input.width), count: map.width)
      centres = nil
      return
    }
    rows = Self.ranges(field.rows, count: map.height, within: graph.input.height)
    columns = Self.ranges(field.columns, count: map.width, within: graph.input.width)
    centres = Pair(row: Centres(field.rows), column: Centres(field.columns))
  }

  /// The part of each field within the image.
  private static func ranges(
    _ axis: ReceptiveFieldAxis, count: Int, within extent: Int
  ) -> [Range] {
    (0..<count).map { place in
      let start = place * axis.jump - axis.padding
      let (from, to) = (min(max(start, 0), extent), min(max(start + axis.size, 0), extent))
      return Range(start: from, count: to - from)
    }
  }
}

extension FieldTable.Centres {
  fileprivate init(_ axis: ReceptiveFieldAxis) {
    first = Double(axis.size) / 2 - Double(axis.padding)
    step = Double(axis.jump)
  }

  /// The place between rows, from 0 to `count` - 1, whose field's centre is at pixel `pixel`'s.
  func place(of pixel: Int, count: Int) -> Double {
    min(max((Double(pixel) + 0.5 - first) / step, 0), Double(count - 1))
  }
}
