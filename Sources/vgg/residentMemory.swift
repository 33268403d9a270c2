import VGGFiles

/// This process's current memory use in bytes, including the pages of mapped files; `nil` if the
/// system does not report it.
func residentMemory() -> Int? {
  #if os(Linux)
    // In pages: the total size, the resident size, and more.
    guard let bytes = try? BoundedFileReader(limit: 1 << 12).read("/proc/self/statm") else {
      return nil
    }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? Int(fields[1]).map { $0 * Platform.pageSize } : nil
  #else
    return nil
  #endif
}
