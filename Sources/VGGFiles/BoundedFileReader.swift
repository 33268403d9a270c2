/// Reads whole files and standard input, up to a limit.
package struct BoundedFileReader: Sendable {
  /// The most bytes that a file may have.
  package let limit: Int

  package init(limit: Int) {
    self.limit = limit
  }

  /// The bytes of the file at `path`.
  ///
  /// - Throws: ``UnreadableFile`` if there isn't one, or it is a folder, not readable, or too
  ///   large.
  package func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
    let descriptor = Platform.openForReading(path)
    guard descriptor >= 0 else { throw UnreadableFile(reason: systemError()) }
    defer { Platform.closeFile(descriptor) }
    return try read(descriptor: descriptor)
  }

  /// The bytes of standard input.
  package func readStandardInput() throws(UnreadableFile) -> [UInt8] {
    try read(descriptor: Platform.standardInput)
  }

  private func read(descriptor: Int32) throws(UnreadableFile) -> [UInt8] {
    var bytes: [UInt8] = []
    let size = Platform.status(of: descriptor)?.size ?? 0
    if size > 0, size <= limit {
      try checkMemory(for: size)
      bytes.reserveCapacity(size)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { readRetrying(descriptor, into: $0) }
      guard count >= 0 else { throw UnreadableFile(reason: systemError()) }
      if count == 0 { return bytes }
      if bytes.count + count > bytes.capacity { try checkMemory(for: 2 * bytes.capacity) }
      bytes += chunk[..<count]
      if bytes.count > limit {
        throw UnreadableFile(.tooLarge(limit: limit))
      }
    }
  }

  /// Refuses a size for which there is no memory.
  private func checkMemory(for byteCount: Int) throws(UnreadableFile) {
    guard byteCount > 1 << 20 else { return }
    do {
      try MemoryLimit.check(Double(byteCount))
    } catch {
      throw UnreadableFile(.shortage(error))
    }
  }
}
