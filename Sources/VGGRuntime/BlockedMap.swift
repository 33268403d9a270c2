import VGGKernels

/// A kernel from one blocked map to another: team, shape and values that are read, shape and values
/// that are written.
typealias MapKernel = (
  OpaquePointer?, UnsafePointer<vgg_shape>?, UnsafePointer<Float>?, UnsafePointer<vgg_shape>?,
  UnsafeMutablePointer<Float>?
) -> vgg_status

/// A feature map as the kernels lay it out: blocks of 16 channels, zeros around each plane.
///
/// Nobody changes a map that more than one holds, so that it may be read from any thread.
final class BlockedMap: @unchecked Sendable {
  /// The zeros that every layer's result has around it: as many as a 3x3 convolution reads.
  static let border = 1

  let shape: vgg_shape
  private let memory: MapMemory
  private let base: UnsafeMutablePointer<Float>

  /// The map that `fill` writes, borders and unused channels included; they have no value before.
  ///
  /// - Precondition: every size is at least 1, the map is smaller than 2^40 bytes, and `fill` agrees
  ///   with its shape.
  init(_ shape: vgg_shape, filledBy fill: (UnsafeMutablePointer<Float>) -> vgg_status) {
    self.shape = shape
    let byteCount = withUnsafePointer(to: shape) { vgg_shape_bytes($0) }
    precondition(
      byteCount > 0, "\(shape.channels) x \(shape.height) x \(shape.width) is no map that can be")
    memory = MapMemory(byteCount: byteCount)
    base = memory.base.bindMemory(
      to: Float.self, capacity: byteCount / MemoryLayout<Float>.size)
    let status = fill(base)
    precondition(status == VGG_OK, "the kernels refuse what the layers' types allow")
  }

  /// The map of the values `plain`, channels x height x width.
  convenience init(plain: [Float], _ shape: vgg_shape) {
    self.init(shape) { target in
      KernelWorkspace.use { workspace in
        withUnsafePointer(to: shape) { vgg_to_blocked(workspace.team.pointer, $0, plain, target) }
      }
    }
  }

  /// Channels x height x width values.
  var plain: [Float] {
    newValues(Int(shape.channels) * Int(shape.height) * Int(shape.width)) { target in
      let status = KernelWorkspace.use { workspace in
        withUnsafePointer(to: shape) { shape in
          withValues { vgg_to_plain(workspace.team.pointer, shape, $0, target) }
        }
      }
      precondition(status == VGG_OK, "a map has a shape that the kernels take")
    }
  }

  /// Calls `body` with the values where they lie; the pointer is valid only during the call.
  func withValues<Result>(_ body: (UnsafePointer<Float>) -> Result) -> Result {
    withExtendedLifetime(self) { body(UnsafePointer(base)) }
  }

  /// What `kernel` makes of this map.
  func transformed(to shape: vgg_shape, by kernel: MapKernel) -> BlockedMap {
    BlockedMap(shape) { apply(kernel, to: shape, at: $0) }
  }

  /// Changes `map` by `kernel`, in place when nothing else holds it.
  static func change(_ map: inout BlockedMap, by kernel: MapKernel) {
    guard isKnownUniquelyReferenced(&map) else {
      map = map.transformed(to: map.shape, by: kernel)
      return
    }
    let status = map.apply(kernel, to: map.shape, at: map.base)
    precondition(status == VGG_OK, "the kernel does not work in place")
  }

  private func apply(
    _ kernel: MapKernel, to shape: vgg_shape, at target: UnsafeMutablePointer<Float>
  ) -> vgg_status {
    KernelWorkspace.use { workspace in
      withUnsafePointer(to: self.shape) { from in
        withUnsafePointer(to: shape) { to in
          withValues { kernel(workspace.team.pointer, from, $0, to, target) }
        }
      }
    }
  }
}
