#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import VGGDiagnostics
import VGGSpec

/// Reads files and standard input, never more than ``SourceFile/maximumSize``.
package enum BoundedFileReader {
  /// For `extends` and `labels`: a path from the current folder.
  package static let sourceReader = SourceReader { path throws(UnreadableFile) in try read(path) }

  /// The bytes of the file at `path`.
  ///
  /// - Throws: ``UnreadableFile`` where there is none, it is a folder, may not be read, or is too large.
  package static func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UnreadableFile(reason: systemError()) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor)
  }

  /// The bytes that standard input has to give.
  package static func readStandardInput() throws(UnreadableFile) -> [UInt8] {
    try read(descriptor: STDIN_FILENO)
  }

  private static func read(descriptor: Int32) throws(UnreadableFile) -> [UInt8] {
    let limit = SourceFile.maximumSize
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { readRetrying(descriptor, $0) }
      guard count >= 0 else { throw UnreadableFile(reason: systemError()) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > limit {
        throw UnreadableFile(reason: "it is larger than \(limit >> 20) MiB")
      }
    }
  }

  private static func readRetrying(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

/// The last system call's error in the system's words, first letter in lower case.
package func systemError() -> String {
  let text = String(cString: strerror(errno))
  return text.prefix(1).lowercased() + text.dropFirst()
}
