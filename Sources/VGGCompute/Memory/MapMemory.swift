import Synchronization
import VGGKernels

/// The memory of one map, aligned for the kernels; large memory is reused from maps that are gone.
package final class MapMemory: @unchecked Sendable {
  package let base: UnsafeMutableRawPointer
  /// `nil` for a small map, whose memory the allocator itself keeps for the next one.
  private let large: AlignedMemory?

  /// Large memory that no map uses, the last freed at the end.
  ///
  /// State of the whole process, like the allocator's, because a layer's output outlives the
  /// layer's call: memory that is returned to the system comes back as new pages, which for VGG-16
  /// takes a fifth of the time of a run. Kernels write all of a map, so no result depends on what its
  /// memory held.
  private static let idle = Mutex<[AlignedMemory]>([])
  private static let mostIdle = 8
  private static let smallestLarge = 1 << 20

  package init(byteCount: Int) {
    guard byteCount >= Self.smallestLarge else {
      large = nil
      base = .allocate(byteCount: byteCount, alignment: Int(VGG_ALIGNMENT))
      return
    }
    guard let memory = Self.reused(byteCount) ?? AlignedMemory(byteCount: byteCount) else {
      fatalError("there is no memory for a map of \(byteCount) bytes")
    }
    (large, base) = (memory, memory.base)
  }

  deinit {
    guard let large else {
      base.deallocate()
      return
    }
    Self.idle.withLock { idle in
      if idle.count == Self.mostIdle { idle.removeFirst() }
      idle.append(large)
    }
  }

  /// Idle memory for `byteCount` bytes, at most four times as large: a map may be kept
  /// for long.
  private static func reused(_ byteCount: Int) -> AlignedMemory? {
    idle.withLock { idle in
      let index = idle.lastIndex {
        $0.byteCount >= byteCount && $0.byteCount / 4 <= byteCount
      }
      return index.map { idle.remove(at: $0) }
    }
  }
}
