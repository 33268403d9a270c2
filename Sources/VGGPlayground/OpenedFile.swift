import Synchronization
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGPages

/// The configuration that the playground was started with.
package final class OpenedFile: Sendable {
  /// The name in messages.
  let name: String
  /// The path to which the text is saved; `nil` if the text did not come from a writable file.
  private let path: String?
  /// The text when the playground started.
  private let text: String
  /// The lock that allows only one save at a time to check and write the file.
  private let saving = Mutex(())

  /// The maximum size of a text, in bytes.
  static let largestSize = 1 << 20

  /// - Parameter isFile: Whether the text can be saved to its source.
  package init(_ file: SourceFile, isFile: Bool) {
    name = file.name
    text = file.text
    // A text that is not valid UTF-8 could not be written back unchanged.
    let isOrdinary = isFile && FileKind(of: file.name) == .file
    path = isOrdinary && Array(text.utf8) == file.bytes ? file.name : nil
  }

  /// The reason for refusing a file of this size; `nil` if it is accepted.
  package static func refusal(ofSize size: Int) -> PageRefusal? {
    size > largestSize ? .textTooLarge(mebibytes: largestSize >> 20) : nil
  }

  var canBeSaved: Bool { path != nil }

  /// The current text, and the version that distinguishes it from later ones; the version is `nil` if nothing
  /// can be saved.
  var current: (text: String, version: String?) {
    switch onDisk {
    case nil, .unusable: (text, nil)
    case .missing: (text, Self.noVersion)
    case .text(let bytes): (String(decoding: bytes, as: UTF8.self), Self.version(of: bytes))
    }
  }

  enum SaveFailure: Error {
    /// The file has changed since it was loaded.
    case changed
    case unwritable(reason: String)
  }

  /// Replaces the file's text, if the file has not changed.
  ///
  /// - Returns: The new version.
  func save(_ text: String, replacing version: String) throws(SaveFailure) -> String {
    try saving.withLock { _ throws(SaveFailure) in try replace(version, by: text) }
  }

  private func replace(_ version: String, by text: String) throws(SaveFailure) -> String {
    let bytes: [UInt8]
    switch onDisk {
    case .missing where version == Self.noVersion: bytes = Array(text.utf8)
    case .text(let before) where version == Self.version(of: before):
      bytes = Self.lineBreaks(of: before, for: text)
    case nil, .missing, .text, .unusable: throw .changed
    }
    do {
      if let path { try AtomicFile.write(bytes, to: path) }
    } catch {
      throw .unwritable(reason: error.reason)
    }
    return Self.version(of: bytes)
  }

  /// The state of the path on disk.
  private enum OnDisk {
    case missing
    case text([UInt8])
    /// A file that is unreadable, oversized or not valid UTF-8: another program has changed it.
    case unusable
  }

  private var onDisk: OnDisk? {
    guard let path else { return nil }
    guard let kind = FileKind(of: path) else { return .missing }
    guard kind == .file, let bytes = try? BoundedFileReader(limit: Self.largestSize).read(path),
      Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
    else { return .unusable }
    return .text(bytes)
  }

  /// The version of a file that does not exist.
  private static let noVersion = "none"

  private static func version(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(bytes)) }

  /// The text's bytes with the file's line breaks: a browser's text has only line feeds; if every line of the
  /// file ended with a carriage return and a line feed, so do the new lines.
  private static func lineBreaks(of before: [UInt8], for text: String) -> [UInt8] {
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let feeds = before.indices.filter { before[$0] == feed }
    guard !feeds.isEmpty, feeds.allSatisfy({ $0 > 0 && before[$0 - 1] == carriageReturn }) else {
      return Array(text.utf8)
    }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == feed, bytes.last != carriageReturn { bytes.append(carriageReturn) }
      bytes.append(byte)
    }
    return bytes
  }
}
