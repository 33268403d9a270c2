import Synchronization
import VGGDiagnostics
import VGGFiles

/// The SHA-256 of a source file, computed on first use: emitters ask for it once per model.
final class FileDigest: Sendable {
  private let file: SourceFile
  private let known = Mutex<String?>(nil)

  init(_ file: SourceFile) {
    self.file = file
  }

  /// In lower-case hexadecimal digits.
  var sha256: String {
    known.withLock { known in
      if let known { return known }
      let digest = hexadecimal(SHA256.hash(file.bytes))
      known = digest
      return digest
    }
  }
}
