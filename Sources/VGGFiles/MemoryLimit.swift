/// The memory available to this process: the machine's, or the rest of a limit on its addresses (`ulimit -v`).
///
/// Large allocations are checked here first: arrays end the process if memory runs out, and a system that overcommits
/// memory ends it later, when the memory is written to.
package enum MemoryLimit {
  /// The allowance for many small allocations in addition to the large one that is checked: 16 MiB.
  private static let reserve = 16 << 20

  /// Refuses `byteCount` bytes if they are not available; a `Double`, so that no request overflows.
  package static func check(_ byteCount: Double) throws(MemoryShortage) {
    let machine = Platform.machineMemory
    if byteCount > Double(machine) {
      throw MemoryShortage(byteCount: byteCount, available: machine, isLimit: false)
    }
    if let left = addressesLeft, byteCount > Double(left) {
      throw MemoryShortage(byteCount: byteCount, available: left, isLimit: true)
    }
  }

  /// The bytes that are available.
  package static var available: Int { min(Platform.machineMemory, addressesLeft ?? .max) }

  /// Refuses to start if a limit leaves less than the minimum of any command: 64 MiB.
  package static func checkBeginning() throws(MemoryShortage) {
    guard let left = addressesLeft else { return }
    let least = 64 << 20
    guard left >= least else {
      throw MemoryShortage(byteCount: Double(least), available: left, isLimit: true)
    }
  }

  /// The number of threads, up to `wanted`, that fit into the limit on addresses; 0 if not even one fits.
  ///
  /// Dispatch waits forever for a thread that the system refuses. A thread has a stack of 8 MiB, and glibc takes up to
  /// 128 MiB of addresses for its allocations.
  package static func threads(upTo wanted: Int) -> Int {
    guard let left = addressesLeft else { return wanted }
    return min(wanted, left / (136 << 20))
  }

  /// The bytes that the limit on addresses leaves; `nil` if there is no limit, or the system does not report the usage.
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

/// An error: memory that is not available.
package struct MemoryShortage: Error, Hashable, Sendable {
  /// The required MiB, rounded up.
  package let needed: Int
  /// The MiB that are available.
  package let available: Int
  /// Whether a limit on the process leaves no more, as opposed to the machine having no more.
  package let isLimit: Bool

  init(byteCount: Double, available: Int, isLimit: Bool) {
    needed = Int(clamping: min((byteCount / 0x1p20).rounded(.up), 0x1p62))
    self.available = available >> 20
    self.isLimit = isLimit
  }

  /// The reason in English, such as `this machine has 7812 MiB`.
  package var reason: String {
    isLimit
      ? "the limit on this process (ulimit -v) leaves \(available) MiB"
      : "this machine has \(available) MiB"
  }
}
