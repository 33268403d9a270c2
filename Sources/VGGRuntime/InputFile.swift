import VGGWeights

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// All bytes of the file or pipe at `path`.
///
/// - Throws: `InputError` when it cannot be read, or holds more than `limit` bytes.
func readFile(_ path: String, limit: Int) throws(InputError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw failure("open", path) }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var chunk = min(limit + 1, try sizeHint(descriptor, path: path) + 1)
  while bytes.count <= limit {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: chunk))
    let count = bytes.withUnsafeMutableBytes {
      read(descriptor, $0.baseAddress.map { $0 + start }, chunk)
    }
    bytes.removeLast(chunk - max(0, count))
    if count < 0 {
      guard errno == EINTR else { throw failure("read", path) }
    } else if count == 0 {
      return bytes
    }
    chunk = min(limit + 1 - bytes.count, 1 << 20)
  }
  throw InputError(.malformed, file: path, "the file is larger than \(limit) bytes")
}

/// The size of a regular file; a guess for anything else.
private func sizeHint(_ descriptor: Int32, path: String) throws(InputError) -> Int {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
  guard status.st_mode & S_IFMT != S_IFDIR else {
    throw InputError(.unreadable, file: path, "it is a folder, not a file")
  }
  return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 1 << 16
}

private func failure(_ deed: String, _ path: String) -> InputError {
  InputError(.unreadable, file: path, "cannot \(deed) it: \(systemMessage(errno))")
}
