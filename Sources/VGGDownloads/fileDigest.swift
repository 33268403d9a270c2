import VGGFiles

/// The SHA-256 of a whole file, in hexadecimal digits; the file is read piece by piece.
///
/// - Parameter descriptor: The descriptor to read if the file is already open, whatever is at the path
///   by now.
/// - Throws: ``DownloadFailure`` if the file cannot be read.
func fileDigest(
  _ path: String, openAs descriptor: Int32? = nil
) throws(DownloadFailure) -> String {
  var hash = SHA256()
  do {
    if let descriptor {
      try PieceReader.read(from: descriptor) { piece in hash.update(piece) }
    } else {
      try PieceReader.read(path) { piece in hash.update(piece) }
    }
  } catch {
    throw DownloadFailure(.unwritable, .unreadable(path, error.cause))
  }
  return hexadecimal(hash.finalize())
}
