/// A file whose content is written and on the disk, but which is not in its place yet.
final class PreparedFile {
  private let path: String
  /// The metadata of the file that it replaces.
  private let replaced: FileStatus?
  private let file: TemporaryFile
  /// Whether the old file is overwritten in place because a new one could not have its owner.
  private let overwrites: Bool

  /// - Parameters:
  ///   - path: its place, not a link.
  ///   - replaced: the metadata of the existing file.
  ///   - body: writes the content, and returns why it failed, or nil.
  init(
    for path: String, replacing replaced: FileStatus?, _ body: (FileDescriptorWriter) -> String?
  ) throws(UnwritableFile) {
    if replaced != nil { try Self.refuseReadOnly(path, replaced) }
    (self.path, self.replaced) = (path, replaced)
    file = try TemporaryFile(for: path)
    let descriptor = file.descriptor
    overwrites = replaced.map { !Self.hasOwner(of: $0, descriptor) } ?? false
    var failure = body(FileDescriptorWriter(descriptor: descriptor))
    let permissions = replaced?.permissions ?? (0o666 & ~Platform.withheldPermissions)
    if failure == nil, !Platform.setPermissions(permissions, of: descriptor) {
      failure = systemError()
    }
    if failure == nil, !Platform.syncFile(descriptor) { failure = systemError() }
    guard let failure else { return }
    file.close()
    throw UnwritableFile(reason: failure)
  }

  /// Also checks the file's own permission bits, because root may write every file.
  private static func refuseReadOnly(
    _ path: String, _ status: FileStatus?
  ) throws(UnwritableFile) {
    if let status, status.permissions & 0o222 == 0 {
      throw UnwritableFile(reason: WritingObstacle.readOnly.rawValue)
    }
    guard Platform.mayWrite(path) else { throw UnwritableFile(reason: systemError()) }
  }

  /// Gives the open file the owner and the group of another; returns whether it then has them.
  private static func hasOwner(of status: FileStatus, _ descriptor: Int32) -> Bool {
    guard let own = Platform.status(of: descriptor) else { return false }
    return (own.owner, own.group) == (status.owner, status.group)
      || Platform.setOwner(status.owner, group: status.group, of: descriptor)
  }

  /// Whether its place was empty.
  var isNew: Bool { replaced == nil }

  /// Puts the file in its place and closes it.
  func commit() throws(UnwritableFile) {
    var failure = overwrites ? overwrite() : file.putInPlace(replaces: replaced != nil)
    if let reason = file.close(), failure == nil { failure = reason }
    if let failure { throw UnwritableFile(reason: failure) }
  }

  /// Removes the written content.
  func abandon() { file.close() }

  /// Removes the file from its place, which was empty before.
  func takeBack() { Platform.removeFile(path) }

  /// Copies the content over that of the existing file.
  private func overwrite() -> String? {
    let target = Platform.openForWriting(path)
    guard target >= 0 else { return systemError() }
    var failure = copy(to: target)
    if failure == nil, !Platform.syncFile(target) { failure = systemError() }
    if !Platform.closeFile(target), failure == nil { failure = systemError() }
    return failure.map { "\($0); the file is partly overwritten" }
  }

  private func copy(to target: Int32) -> String? {
    guard Platform.rewind(file.descriptor) else { return systemError() }
    let writer = FileDescriptorWriter(descriptor: target)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { piece.deallocate() }
    var size = 0
    while true {
      let count = readRetrying(file.descriptor, into: piece)
      guard count >= 0 else { return systemError() }
      guard count > 0 else { break }
      if let reason = writer.write(UnsafeRawBufferPointer(rebasing: piece[..<count])) {
        return reason
      }
      size += count
    }
    return Platform.setSize(size, of: target) ? nil : systemError()
  }
}
