#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file whole or not at all.
///
/// The bytes go to a temporary file beside `path`, which takes the name once all of them are on the disk; when
/// `write` throws, a file that was there before stays as it was. A symbolic link is followed; a device or a pipe
/// is written to directly.
func writeWholeFile(
  _ path: String, _ write: (inout FileWriter) throws -> Void
) throws {
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw WeightError(.unwritable, file: quoted(path), "this is no path for a file")
  }
  let target = resolved(path)
  guard isReplaceable(target) else {
    try writeInPlace(target, write)
    return
  }
  let temporary = "\(target).\(String(UInt32.random(in: 0 ... .max), radix: 36)).part"
  var writer = try FileWriter(temporary, O_CREAT | O_EXCL, named: path)
  do {
    try write(&writer)
    try writer.finish()
    guard rename(temporary, target) == 0 else {
      throw WeightError.system(.unwritable, "put it in place", file: path, code: errno)
    }
  } catch {
    unlink(temporary)
    throw error
  }
  syncFolder(of: target)
}

private func writeInPlace(_ path: String, _ write: (inout FileWriter) throws -> Void) throws {
  var writer = try FileWriter(path, 0, named: path)
  try write(&writer)
  try writer.flush()
}

/// Where the symbolic links at `path` lead; `path` itself when nothing is there yet.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}

/// Whether nothing or a regular file is at `path`; a device or a pipe must keep its place.
private func isReplaceable(_ path: String) -> Bool {
  var status = stat()
  guard stat(path, &status) == 0 else { return true }
  return status.st_mode & S_IFMT == S_IFREG
}

/// Puts the folder's entry for the new name on the disk, where the file system can.
private func syncFolder(of path: String) {
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
