import SwiftProtobuf
import VGGFiles

/// The bytes of a graph's message without its initialisers: kept if they are few, otherwise made again when they are
/// written, since their number comes before them in the file.
struct GraphBytes {
  let count: Int
  private let kept: [UInt8]?
  private let pieces: GraphPieces

  /// - Parameter mostKept: The maximum number of bytes to keep.
  /// - Throws: The error of swift-protobuf for a message that cannot be written.
  init(_ pieces: GraphPieces, mostKept: Int = 16 << 20) throws {
    var count = 0
    var kept: [UInt8]? = []
    try pieces.forEachPiece { piece in
      let bytes: [UInt8] = try piece.serializedBytes()
      count += bytes.count
      if count <= mostKept { kept?.append(contentsOf: bytes) } else { kept = nil }
    }
    self.count = count
    self.kept = kept
    self.pieces = pieces
  }

  /// Appends the bytes to an array.
  ///
  /// - Throws: The error of swift-protobuf for a message that cannot be written.
  func append(to bytes: inout [UInt8]) throws {
    if let kept {
      bytes += kept
      return
    }
    try pieces.forEachPiece { piece in
      let part: [UInt8] = try piece.serializedBytes()
      bytes += part
    }
  }

  /// Writes the bytes, and returns the system's reason if that fails.
  func write(to file: FileDescriptorWriter) -> String? {
    if let kept { return kept.withUnsafeBytes { file.write($0) } }
    var reason: String?
    do {
      try pieces.forEachPiece { piece in
        guard reason == nil else { return }
        let bytes: [UInt8] = try piece.serializedBytes()
        reason = bytes.withUnsafeBytes { file.write($0) }
      }
    } catch {
      reason = "the graph cannot be encoded: \(error)"
    }
    return reason
  }
}
