import Synchronization
import VGGCompiler
import VGGDiagnostics
import VGGFiles
import VGGPages

/// The configuration that the playground was started with.
package final class OpenedFile: Sendable {
  /// As messages have it.
  let name: String
  /// Where the text is saved; `nil` where it came from no file that could be written.
  private let path: String?
  /// The text that it had when the playground started.
  private let text: String
  /// Only one save looks at the file and writes it at a time.
  private let saving = Mutex(())

  /// The most bytes that a text may have.
  static let largestSize = 1 << 20

  /// - Parameter isFile: Whether the text can be saved where it came from.
  package init(_ file: SourceFile, isFile: Bool) {
    name = file.name
    text = file.text
    // A text that is no UTF-8 could not be written back as it was.
    let isOrdinary = isFile && FileKind(of: file.name) == .file
    path = isOrdinary && Array(text.utf8) == file.bytes ? file.name : nil
  }

  /// Why a file of this size is not taken; `nil` where it is.
  package static func refusal(ofSize size: Int, in language: Language) -> String? {
    size > largestSize ? language.pagePhrases.textTooLarge(mebibytes: largestSize >> 20) : nil
  }

  var canBeSaved: Bool { path != nil }

  /// The text as it now is, and what tells it from later ones; the version is `nil` where nothing can be
  /// saved.
  var current: (text: String, version: String?) {
    switch onDisk {
    case nil, .unusable: (text, nil)
    case .missing: (text, Self.noVersion)
    case .text(let bytes): (String(decoding: bytes, as: UTF8.self), Self.version(of: bytes))
    }
  }

  enum SaveFailure: Error {
    /// The file is not the one that was loaded.
    case changed
    case unwritable(reason: String)
  }

  /// Replaces the file's text by another, if the file still is what it was.
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

  /// What stands at the path.
  private enum OnDisk {
    case missing
    case text([UInt8])
    /// What cannot be read, is too large, or is no UTF-8: somebody else's by now.
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

  /// The version of a file that is not there.
  private static let noVersion = "none"

  private static func version(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(bytes)) }

  /// A browser's text has line feeds alone; a file all of whose lines end with carriage returns as well goes
  /// on doing so.
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
