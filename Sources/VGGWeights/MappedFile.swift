import VGGFiles

/// A file's bytes, mapped for reading for the lifetime of the object.
///
/// If another program shortens the file while it is mapped, a signal ends this process, as for
/// every mapped file; files that are replaced by renaming, as vggc does, stay unchanged.
package final class MappedFile: Sendable {
  package let path: String
  /// The version of the file that is mapped; `nil` if the system does not report it.
  package let version: FileVersion?
  /// The bytes of the whole file; empty for an empty file.
  package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let descriptor: Int32

  /// Maps the file at `path`.
  ///
  /// - Throws: `WeightError` if it cannot be opened or is not a regular file.
  package init(path: String) throws(WeightError) {
    self.path = path
    guard !path.utf8.contains(0) else {
      throw WeightError(.unreadable, file: quoted(path), "a path cannot hold a NUL byte")
    }
    let descriptor = Platform.openForReading(path, waits: false)
    guard descriptor >= 0 else {
      throw .system(.open, file: path)
    }
    do throws(WeightError) {
      bytes = try mapped(descriptor, path: path)
    } catch {
      Platform.closeFile(descriptor)
      throw error
    }
    version = FileVersion(descriptor: descriptor)
    self.descriptor = descriptor
  }

  /// Appends the bytes in `range` to `file`, and returns the system's reason if that fails.
  func write(_ range: Range<Int>, to file: FileDescriptorWriter) -> String? {
    let copied = file.copy(range, of: descriptor)
    return file.write(UnsafeRawBufferPointer(rebasing: bytes[range.dropFirst(copied)]))
  }

  /// Returns the pages that are wholly within `range` to the system.
  package func release(_ range: Range<Int>) {
    let page = Platform.pageSize
    let first = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound / page * page
    guard first < end, let base = bytes.baseAddress else { return }
    Platform.releasePages(from: base + first, size: end - first)
  }

  deinit {
    if let base = bytes.baseAddress { Platform.unmap(base, size: bytes.count) }
    Platform.closeFile(descriptor)
  }
}

/// All bytes of an open file.
private func mapped(_ descriptor: Int32, path: String) throws(WeightError) -> UnsafeRawBufferPointer
{
  let size = try regularFileSize(descriptor, path: path)
  guard size > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
  guard let base = Platform.mapFile(descriptor, size: size) else {
    throw .system(.map, file: path)
  }
  return UnsafeRawBufferPointer(start: base, count: size)
}

private func regularFileSize(_ descriptor: Int32, path: String) throws(WeightError) -> Int {
  guard let status = Platform.status(of: descriptor) else {
    throw .system(.measure, file: path)
  }
  switch status.kind {
  case .file: return status.size
  case .folder: throw WeightError(.unreadable, file: path, .folder)
  case .other: throw WeightError(.unreadable, file: path, .irregularFile)
  }
}
