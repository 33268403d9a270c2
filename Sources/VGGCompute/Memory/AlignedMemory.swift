import VGGFiles

/// Zeroed memory owned by the process, aligned for the kernels and in huge pages if the system
/// has them: for long-lived data, such as packed weights and scratch.
package final class AlignedMemory: @unchecked Sendable {
  package let base: UnsafeMutableRawPointer
  /// At least the requested number.
  package let byteCount: Int

  /// `nil` when there is not that much memory.
  package init?(byteCount: Int) {
    let hugePage = 2 << 20
    guard byteCount <= Int.max - hugePage else { return nil }
    // Whole huge pages, so that the last part is also in one.
    let size =
      byteCount < hugePage ? max(byteCount, 1) : (byteCount + hugePage - 1) / hugePage * hugePage
    guard let base = Platform.mapMemory(size: size, isHuge: size >= hugePage) else { return nil }
    (self.base, self.byteCount) = (base, size)
  }

  deinit {
    Platform.unmap(base, size: byteCount)
  }

  /// Memory of at least `byteCount` bytes.
  package static func reserved(_ byteCount: Int) throws(ComputeError) -> AlignedMemory {
    guard let memory = AlignedMemory(byteCount: byteCount) else {
      throw .noMemory(byteCount: byteCount)
    }
    return memory
  }

  /// Memory of at least `count` float32 numbers.
  package static func floats(_ count: Int) throws(ComputeError) -> AlignedMemory {
    try reserved(count * MemoryLayout<Float>.size)
  }

  /// The memory as float32 numbers.
  package var floats: UnsafeMutablePointer<Float> { base.assumingMemoryBound(to: Float.self) }
}
