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
  var room = try sizeHint(descriptor, path: path) + 1
  while bytes.count <= limit {
    let piece = try readPiece(descriptor, size: min(room, limit + 1 - bytes.count), path: path)
    if piece.isEmpty { return bytes }
    bytes.append(contentsOf: piece)
    room = 1 << 20
  }
  throw InputError(.malformed, file: path, "the file is larger than \(limit) bytes")
}

/// Up to `size` bytes; none at the end.
private func readPiece(
  _ descriptor: Int32, size: Int, path: String
) throws(InputError) -> [UInt8] {
  var count = 0
  let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
    repeat {
      count = read(descriptor, buffer.baseAddress, size)
    } while count < 0 && errno == EINTR
    initialized = max(0, count)
  }
  guard count >= 0 else { throw failure("read", path) }
  return piece
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
