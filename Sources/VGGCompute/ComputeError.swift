import VGGFiles
import VGGKernels

/// The reason why a network cannot be computed on this machine.
package struct ComputeError: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
  /// The memory that is not available, if that is the reason.
  package let shortage: MemoryShortage?

  package init(description: String, shortage: MemoryShortage? = nil) {
    self.description = description
    self.shortage = shortage
  }

  /// - Parameter size: the size that exceeds the kernels' limit: `2000000 x 2000000 weights`.
  static func tooLarge(_ name: String, size: String) -> ComputeError {
    ComputeError(description: "\(name) is too large to run: \(size)")
  }

  static func noMemory(byteCount: Int) -> ComputeError {
    ComputeError(description: "not enough memory for \(byteCount) bytes")
  }
}

/// The limits of the kernels and of a machine.
package enum ComputeLimits {
  /// The batches and threads within which no arithmetic on them overflows.
  package static let batches = 1...65_536
  package static let threadCounts = 1...1_024

  /// The bytes of one tensor.
  static let tensorBytes = 1 << 40

  package static func check(batch: Int, threads: Int) throws(ComputeError) {
    guard batches.contains(batch) else {
      throw ComputeError(
        description: "the batch size must be between 1 and \(batches.upperBound), not \(batch)")
    }
    guard threadCounts.contains(threads) else {
      throw ComputeError(
        description:
          "the thread count must be between 1 and \(threadCounts.upperBound), not \(threads)")
    }
  }

  /// The bytes of `batch` vectors of `count` numbers.
  ///
  /// - Throws: ``ComputeError`` when the kernels cannot count them.
  package static func vectorBytes(count: Int, batch: Int) throws(ComputeError) -> Int {
    guard Int32(exactly: count) != nil, let bytes = floatBytes(count, batch) else {
      throw .tooLarge("a vector", size: "\(batch) x \(count) values")
    }
    return bytes
  }

  /// Throws if this much memory is not available.
  ///
  /// - Parameters:
  ///   - byteCount: the bytes that are needed; a `Double`, which is large enough for every network.
  ///   - need: a clause with the number of MiB: `the network needs 12 MiB to run`.
  package static func checkMemory(
    _ byteCount: Double, need: (Int) -> String
  ) throws(ComputeError) {
    do {
      try MemoryLimit.check(byteCount)
    } catch {
      throw ComputeError(
        description: "\(need(error.needed)), but \(error.reason)", shortage: error)
    }
  }

  /// The bytes of `rows * columns` float32 numbers; `nil` when they are more than a tensor may have.
  static func floatBytes(_ rows: Int, _ columns: Int) -> Int? {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, count <= tensorBytes / MemoryLayout<Float>.size else { return nil }
    return count * MemoryLayout<Float>.size
  }
}

/// Traps if a kernel refuses its arguments, which the planner has already checked.
func require(_ status: vgg_status, _ call: StaticString = #function) {
  precondition(status == VGG_OK, "the plan of \(call) and the kernels disagree")
}
