/// The memory that this process can have: the machine's, or what a limit on its addresses (`ulimit -v`) leaves.
///
/// Large memory is checked here before it is asked for: arrays end the process where there is none, and a system that
/// lends more than it has ends it later, when the memory is written to.
package enum MemoryLimit {
  /// What many small requests may take in addition to the large one that is checked: 16 MiB.
  private static let reserve = 16 << 20

  /// Refuses `byteCount` bytes where they cannot be had; a `Double`, which no request is too large for.
  package static func check(_ byteCount: Double) throws(MemoryShortage) {
    let machine = Platform.machineMemory
    if byteCount > Double(machine) {
      throw MemoryShortage(byteCount: byteCount, available: machine, isLimit: false)
    }
    if let left = addressesLeft, byteCount > Double(left) {
      throw MemoryShortage(byteCount: byteCount, available: left, isLimit: true)
    }
  }

  /// The bytes that can be had.
  package static var available: Int { min(Platform.machineMemory, addressesLeft ?? .max) }

  /// Refuses to begin where a limit leaves less than any command needs: 64 MiB.
  package static func checkBeginning() throws(MemoryShortage) {
    guard let left = addressesLeft else { return }
    let least = 64 << 20
    guard left >= least else {
      throw MemoryShortage(byteCount: Double(least), available: left, isLimit: true)
    }
  }

  /// The threads, of `wanted`, for which the limit on addresses leaves room; 0 where there is not even room for one.
  ///
  /// Dispatch waits without end for a thread that the system refuses. A thread has a stack of 8 MiB, and glibc takes up to
  /// 128 MiB of addresses for what it allocates.
  package static func threads(upTo wanted: Int) -> Int {
    guard let left = addressesLeft else { return wanted }
    return min(wanted, left / (136 << 20))
  }

  /// The bytes that the limit on addresses leaves; `nil` where there is no limit, or the system does not
  /// say what is used.
  private static var addressesLeft: Int? {
    guard let limit = Platform.addressLimit,
      let pages = try? BoundedFileReader(limit: 1 << 12).read("/proc/self/statm"),
      let used = String(decoding: pages, as: UTF8.self).split(separator: " ").first.flatMap({
        Int($0)
      })
    else { return nil }
    return max(0, limit - used * Platform.pageSize - reserve)
  }
}

/// Memory that cannot be had.
package struct MemoryShortage: Error, Hashable, Sendable {
  /// The MiB that are needed, rounded up.
  package let needed: Int
  /// The reason, such as `this machine has 7812 MiB`.
  package let reason: String

  init(byteCount: Double, available: Int, isLimit: Bool) {
    needed = Int(clamping: min((byteCount / 0x1p20).rounded(.up), 0x1p62))
    let has = available >> 20
    reason =
      isLimit
      ? "the limit on this process (ulimit -v) leaves \(has) MiB" : "this machine has \(has) MiB"
  }
}
