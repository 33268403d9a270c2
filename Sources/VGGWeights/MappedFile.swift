import VGGFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's bytes, mapped for reading for as long as the object lives.
///
/// A file that another program shortens while it is mapped ends this process by a signal, as for
/// every mapped file; files that are replaced by renaming, as ours are, stay as they were.
package final class MappedFile: Sendable {
  package let path: String
  /// The state of the file that is mapped; `nil` where the system does not say.
  package let version: FileVersion?
  /// The whole file; empty for an empty file.
  package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let descriptor: Int32

  /// Maps the file at `path`.
  ///
  /// - Throws: `WeightError` when it cannot be opened or is not a regular file.
  package init(path: String) throws(WeightError) {
    self.path = path
    guard !path.utf8.contains(0) else {
      throw WeightError(.unreadable, file: quoted(path), "a path cannot hold a NUL byte")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .system("open it", file: path)
    }
    do throws(WeightError) {
      bytes = try mapped(descriptor, path: path)
    } catch {
      close(descriptor)
      throw error
    }
    version = FileVersion(descriptor: descriptor)
    self.descriptor = descriptor
  }

  /// Appends the bytes in `range` to `file`, and returns the system's reason where that fails.
  func write(_ range: Range<Int>, to file: FileDescriptorWriter) -> String? {
    let copied = file.copy(range, of: descriptor)
    return file.write(UnsafeRawBufferPointer(rebasing: bytes[range.dropFirst(copied)]))
  }

  /// Gives the pages that lie wholly within `range` back to the system.
  func release(_ range: Range<Int>) {
    let page = Int(getpagesize())
    let first = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound / page * page
    guard first < end, let base = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: base + first), end - first, MADV_DONTNEED)
  }

  deinit {
    if let base = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    }
    close(descriptor)
  }
}

/// All bytes of an open file.
private func mapped(_ descriptor: Int32, path: String) throws(WeightError) -> UnsafeRawBufferPointer
{
  let size = try regularFileSize(descriptor, path: path)
  guard size > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
  let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
  guard let base, base != MAP_FAILED else {
    throw .system("map it", file: path)
  }
  return UnsafeRawBufferPointer(start: base, count: size)
}

private func regularFileSize(_ descriptor: Int32, path: String) throws(WeightError) -> Int {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else {
    throw .system("read its size", file: path)
  }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return Int(status.st_size)
  case S_IFDIR: throw WeightError(.unreadable, file: path, "it is a folder, not a file")
  default: throw WeightError(.unreadable, file: path, "it is no regular file, so cannot be mapped")
  }
}
