/// A walk through a tensor's elements in row-major order that tracks the location of each.
struct StridedWalk {
  /// The location of the current element, in elements from the first.
  private(set) var place = 0
  private let shape: [Int]
  private let strides: [Int]
  private var indices: [Int]

  /// - Parameter start: the element to start at, counted in row-major order.
  init(shape: [Int], strides: [Int], from start: Int) {
    self.shape = shape
    self.strides = strides
    indices = [Int](repeating: 0, count: shape.count)
    var rest = start
    for axis in shape.indices.reversed() where shape[axis] > 0 {
      indices[axis] = rest % shape[axis]
      rest /= shape[axis]
      place += indices[axis] * strides[axis]
    }
  }

  /// Moves to the next element; after the last, back to the first.
  mutating func advance() {
    for axis in shape.indices.reversed() {
      indices[axis] += 1
      place += strides[axis]
      if indices[axis] < shape[axis] { return }
      place -= indices[axis] * strides[axis]
      indices[axis] = 0
    }
  }
}
