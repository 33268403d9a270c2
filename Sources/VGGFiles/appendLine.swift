#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Adds `line` to the end of the file at `path` by one call, and waits until the disk has it.
package func appendLine(_ line: String, to path: String) throws(UnwritableFile) {
  let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw UnwritableFile(reason: systemError()) }
  var failure = FileDescriptorWriter(descriptor: descriptor).write(line)
  // Pipes and devices cannot be synced.
  if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = systemError() }
  if close(descriptor) != 0, failure == nil { failure = systemError() }
  if let failure { throw UnwritableFile(reason: failure) }
}
