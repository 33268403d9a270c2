/// Text on its way to a file or a stream, so that a long text is never in memory as a whole.
package final class TextSink {
  /// The number of bytes that are collected before they are passed on.
  private static let pieceSize = 1 << 16

  private var piece: [UInt8] = []
  private let take: (UnsafeRawBufferPointer) -> Void

  /// - Parameter take: Called with the text's UTF-8, piece by piece.
  package init(_ take: @escaping (UnsafeRawBufferPointer) -> Void) {
    self.take = take
    piece.reserveCapacity(2 * Self.pieceSize)
  }

  package func write(_ text: String) { write(utf8: text.utf8) }

  /// Writes a text's UTF-8.
  package func write(utf8 text: some Sequence<UInt8>) {
    piece.append(contentsOf: text)
    if piece.count >= Self.pieceSize { flush() }
  }

  /// Passes on the collected bytes; needed at the end.
  package func flush() {
    guard !piece.isEmpty else { return }
    piece.withUnsafeBytes(take)
    piece.removeAll(keepingCapacity: true)
  }

  /// The text that `body` writes, as a whole.
  package static func text<Failure: Error>(
    _ body: (TextSink) throws(Failure) -> Void
  ) throws(Failure) -> String {
    var bytes: [UInt8] = []
    let sink = TextSink { bytes.append(contentsOf: $0) }
    try body(sink)
    sink.flush()
    return String(decoding: bytes, as: UTF8.self)
  }
}
