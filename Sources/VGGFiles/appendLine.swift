/// Appends `line` to the file at `path` with a single call, and waits until it is on the disk.
package func appendLine(_ line: String, to path: String) throws(UnwritableFile) {
  let descriptor = Platform.openForAppending(path)
  guard descriptor >= 0 else { throw UnwritableFile(reason: systemError()) }
  var failure = FileDescriptorWriter(descriptor: descriptor).write(line)
  // Pipes and devices cannot be synced.
  if failure == nil, !Platform.syncFile(descriptor), !Platform.wasInapplicable {
    failure = systemError()
  }
  if !Platform.closeFile(descriptor), failure == nil { failure = systemError() }
  if let failure { throw UnwritableFile(reason: failure) }
}
