import VGGFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The SHA-256 of a whole file, in hexadecimal digits; it is read piece by piece.
///
/// - Throws: ``DownloadFailure`` where the file cannot be read.
func fileDigest(_ path: String) throws(DownloadFailure) -> String {
  var hash = SHA256()
  do {
    try PieceReader.read(path) { piece in hash.update(piece) }
  } catch {
    throw DownloadFailure(.unwritable, "cannot read \(path): \(error.reason)")
  }
  return hexadecimal(hash.finalize())
}
