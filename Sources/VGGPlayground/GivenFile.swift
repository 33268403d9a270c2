import VGGCompiler
import VGGDiagnostics
import VGGFiles

/// The configuration that the playground was started with.
package struct GivenFile: Sendable {
  /// As messages have it.
  let name: String
  /// Where the text is saved; `nil` where it came from no file that could be written.
  private let path: String?
  /// The text that it had when the playground started.
  private let text: String

  /// The most bytes that a text may have.
  static let largestSize = 1 << 20

  /// - Parameter isFile: Whether the text can be saved where it came from.
  package init(_ file: SourceFile, isFile: Bool) {
    name = file.name
    text = file.text(0..<file.bytes.count)
    // A text that is no UTF-8 could not be written back as it was.
    let isOrdinary = isFile && FileKind(of: file.name) == .file
    path = isOrdinary && Array(text.utf8) == file.bytes ? file.name : nil
  }

  /// Why a file of this size is not taken; `nil` where it is.
  package static func complaint(aboutSize size: Int) -> String? {
    size > largestSize ? "the playground takes texts of up to \(largestSize >> 20) MiB" : nil
  }

  var canBeSaved: Bool { path != nil }

  /// The text as it now is, and what tells it from later ones; the version is `nil` where nothing can be
  /// saved.
  var current: (text: String, version: String?) {
    guard let bytes = bytesOnDisk else { return (text, path.map { _ in Self.noVersion }) }
    return (String(decoding: bytes, as: UTF8.self), Self.version(of: bytes))
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
    guard let path else { throw .unwritable(reason: "there is no file") }
    let before = bytesOnDisk
    guard before.map(Self.version) ?? Self.noVersion == version else { throw .changed }
    let bytes = Array(lineBreaks(of: before, for: text).utf8)
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw .unwritable(reason: error.reason)
    }
    return Self.version(of: bytes)
  }

  /// The version of a file that is not there, or cannot be read.
  private static let noVersion = "none"

  private static func version(of bytes: [UInt8]) -> String { hexadecimal(sha256(bytes)) }

  private var bytesOnDisk: [UInt8]? {
    path.flatMap { try? BoundedFileReader(limit: Self.largestSize).read($0) }
  }

  /// A browser's text has line feeds alone; a file that ends its lines with carriage returns as well goes
  /// on doing so.
  private func lineBreaks(of before: [UInt8]?, for text: String) -> String {
    let hasReturns = before?.contains(UInt8(ascii: "\r")) ?? false
    guard hasReturns else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n"), bytes.last != UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\r"))
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
