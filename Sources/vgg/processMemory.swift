import VGGFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The most memory that this process has held at once, in bytes.
func peakMemory() -> Int {
  var usage = rusage()
  #if os(Linux)
    // Linux counts in KiB, Apple's systems in bytes.
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
  #endif
}

/// The memory that this process holds now, mapped files' pages included, in bytes; `nil` where the
/// system does not say.
func residentMemory() -> Int? {
  #if os(Linux)
    // Pages: the whole size, what is resident, and more.
    guard let bytes = try? BoundedFileReader(limit: 1 << 12).read("/proc/self/statm") else {
      return nil
    }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? Int(fields[1]).map { $0 * Int(getpagesize()) } : nil
  #else
    return nil
  #endif
}
