import VGGFiles

/// The memory that this process holds now, mapped files' pages included, in bytes; `nil` where the
/// system does not say.
func residentMemory() -> Int? {
  #if os(Linux)
    // Pages: the whole size, what is resident, and more.
    guard let bytes = try? BoundedFileReader(limit: 1 << 12).read("/proc/self/statm") else {
      return nil
    }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? Int(fields[1]).map { $0 * Platform.pageSize } : nil
  #else
    return nil
  #endif
}
