/// Reads files piece by piece.
package enum PieceReader {
  private static let pieceSize = 1 << 20

  /// Calls `body` with the pieces of the file, in order.
  ///
  /// - Throws: ``UnreadableFile`` if there is no such file, or it cannot be read to its end.
  package static func read(
    _ path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(UnreadableFile) {
    let descriptor = Platform.openForReading(path)
    guard descriptor >= 0 else { throw UnreadableFile(reason: systemError()) }
    defer { Platform.closeFile(descriptor) }
    try readRest(of: descriptor, body)
  }

  /// The same for a file that is open for reading, which stays open.
  package static func read(
    from descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(UnreadableFile) {
    guard Platform.rewind(descriptor) else { throw UnreadableFile(reason: systemError()) }
    try readRest(of: descriptor, body)
  }

  private static func readRest(
    of descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(UnreadableFile) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = readRetrying(descriptor, into: piece)
      guard count >= 0 else { throw UnreadableFile(reason: systemError()) }
      guard count > 0 else { return }
      body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
  }
}

/// Reads the available bytes, at least one unless at the end; negative if that fails.
package func readRetrying(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
  while true {
    let count = Platform.readBytes(of: descriptor, into: buffer)
    if count >= 0 || !Platform.wasInterrupted { return count }
  }
}
