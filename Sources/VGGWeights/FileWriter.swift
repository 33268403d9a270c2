#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file that bytes are appended to, through a buffer; it is closed when the writer's life ends.
struct FileWriter: ~Copyable {
  /// What messages call the file.
  private let name: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 16

  /// Opens `path` for writing, with `flags` besides; messages call it `name`.
  init(_ path: String, _ flags: Int32, named name: String) throws(WeightError) {
    self.name = name
    descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o666)
    guard descriptor >= 0 else {
      throw .system(.unwritable, "open it for writing", file: name, code: errno)
    }
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Appends `bytes`.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize {
      try write(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Hands the buffered bytes to the system.
  mutating func flush() throws {
    try buffer.withUnsafeBytes { try write($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts everything on the disk.
  mutating func finish() throws {
    try flush()
    guard fsync(descriptor) == 0 else {
      throw WeightError.system(.unwritable, "put it on the disk", file: name, code: errno)
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = UnsafeRawBufferPointer(rebasing: rest)
      let count = systemWrite(descriptor, chunk)
      if count < 0 {
        if errno == EINTR { continue }
        throw WeightError.system(.unwritable, "write it", file: name, code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
