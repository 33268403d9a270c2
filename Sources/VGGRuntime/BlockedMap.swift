import VGGCompute

/// A feature map in the kernels' layout: blocks of 16 channels, zeros around each plane.
///
/// Nothing changes a map that has several owners, so it may be read from any thread.
final class BlockedMap: @unchecked Sendable {
  /// The zeros around every layer's result: the number that a 3x3 convolution reads.
  static let border = 1

  let shape: BlockedShape
  private let memory: MapMemory
  private let base: UnsafeMutablePointer<Float>

  /// The map that `fill` writes, including borders and unused channels; they have no value before.
  init(_ shape: BlockedShape, filledBy fill: (BlockedTensor) -> Void) {
    self.shape = shape
    memory = MapMemory(byteCount: shape.byteCount)
    base = memory.base.bindMemory(to: Float.self, capacity: shape.storedCount)
    fill(BlockedTensor(shape, at: base))
  }

  /// The map of the values `plain`, channels x height x width.
  convenience init(plain: [Float], _ shape: BlockedShape) {
    self.init(shape) { target in
      KernelWorkspace.use { $0.team.arrange(plain, in: target) }
    }
  }

  /// Channels x height x width values.
  var plain: [Float] {
    newValues(shape.channels * shape.height * shape.width) { target in
      KernelWorkspace.use { workspace in
        withTensor { workspace.team.flatten($0, to: target) }
      }
    }
  }

  /// Calls `body` with the values in place, which it does not change; the tensor is valid only
  /// during the call.
  func withTensor<Result>(_ body: (BlockedTensor) -> Result) -> Result {
    withExtendedLifetime(self) { body(BlockedTensor(shape, at: base)) }
  }

  /// The output of `operation` for this map.
  func transformed(to shape: BlockedShape, by operation: some MapOperation) -> BlockedMap {
    BlockedMap(shape) { output in
      KernelWorkspace.use { workspace in
        withTensor { operation.run(on: workspace.team, from: $0, to: output) }
      }
    }
  }

  /// The same values in a layout with another border.
  func copied(to shape: BlockedShape) -> BlockedMap {
    BlockedMap(shape) { output in
      KernelWorkspace.use { workspace in withTensor { workspace.team.copy($0, to: output) } }
    }
  }

  /// Changes `map` by `operation`, in place when nothing else holds it.
  static func change(_ map: inout BlockedMap, by operation: some InPlaceOperation) {
    guard isKnownUniquelyReferenced(&map) else {
      map = map.transformed(to: map.shape, by: operation)
      return
    }
    KernelWorkspace.use { workspace in
      map.withTensor { operation.run(on: workspace.team, from: $0, to: $0) }
    }
  }
}
