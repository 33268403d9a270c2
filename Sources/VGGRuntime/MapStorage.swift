import VGGCompute

/// The values of a feature map in memory.
enum MapStorage: Sendable {
  /// The original values: channels x height x width.
  case plain([Float])
  /// The kernels' output.
  case blocked(BlockedMap)

  /// Channels x height x width values.
  var values: [Float] {
    switch self {
    case .plain(let values): values
    case .blocked(let map): map.plain
    }
  }

  /// The map in the kernels' layout, with `shape`: itself if it already has that layout.
  func blocked(_ shape: BlockedShape) -> BlockedMap {
    switch self {
    case .plain(let values): BlockedMap(plain: values, shape)
    case .blocked(let map) where map.shape.border == shape.border: map
    case .blocked(let map): map.copied(to: shape)
    }
  }

  /// Makes every value below zero zero, in place when nothing else holds them.
  mutating func applyReLU() { apply(ReLUActivation()) }

  /// Applies a function to each value, in place when nothing else holds them.
  mutating func apply(_ operation: some ElementwiseOperation) {
    switch consume self {
    case .plain(var values):
      VGGRuntime.apply(operation, to: &values)
      self = .plain(values)
    case .blocked(var map):
      BlockedMap.change(&map, by: operation)
      self = .blocked(map)
    }
  }

  /// Changes the map by `operation`, in place when it is blocked and nothing else holds it; `shape` is
  /// the map's shape.
  mutating func change(_ shape: BlockedShape, by operation: some InPlaceOperation) {
    var map =
      switch consume self {
      case .plain(let values): BlockedMap(plain: values, shape)
      case .blocked(let map): map
      }
    BlockedMap.change(&map, by: operation)
    self = .blocked(map)
  }
}
