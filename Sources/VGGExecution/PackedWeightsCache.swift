import Crypto
import VGGFiles
import VGGWeights

/// Packed weights kept in a file beside the weights that they come from, so that the next start maps
/// them instead of packing again.
///
/// The file says which weights it was made of (size, time of the last change, SHA-256) and for which
/// kernels; a file of anything else is replaced. It is written whole or not at all.
package struct PackedWeightsCache: Sendable {
  private let weights: String
  private let remark: @Sendable (String) -> Void

  /// The cache of the weights in the file at `weights`.
  ///
  /// - Parameter remark: takes what the user should know, such as why the cache could not be
  ///   written.
  package init(of weights: String, remark: @escaping @Sendable (String) -> Void) {
    self.weights = weights
    self.remark = remark
  }

  /// Where the packed weights for `instructionSet` lie.
  package func path(for instructionSet: InstructionSet) -> String {
    "\(weights).\(instructionSet).vggpack"
  }

  /// The file of the weights packed as `layout` says, made of the weights as they are now; `nil`
  /// where there is none.
  func load(_ layout: PackedLayout) -> PackedFile? {
    guard let file = PackedFile(path: path(for: layout.instructionSet)),
      file.byteCount == layout.byteCount, file.header.layout == layout.fingerprint,
      file.header.instructionSet == "\(layout.instructionSet)",
      let now = FileVersion(of: weights), file.header.weights.size == now.size
    else { return nil }
    // A file that was copied or touched has another time; then its content decides.
    guard file.header.weights == now || file.header.sha256 == digest() else { return nil }
    return file
  }

  /// Keeps `packed` for the next start.
  func store(_ packed: UnsafeRawBufferPointer, _ layout: PackedLayout) {
    guard let version = FileVersion(of: weights), let sha256 = digest() else { return }
    let header = PackedHeader(layout, weights: version, sha256: sha256).bytes
    let path = path(for: layout.instructionSet)
    do {
      try AtomicFile.write(to: path) { file in
        header.withUnsafeBytes { file.write($0) } ?? file.write(packed)
      }
    } catch {
      remark("cannot keep packed weights in \(path): \(error.reason)")
    }
  }

  private func digest() -> String? {
    guard let file = try? MappedFile(path: weights) else { return nil }
    var hash = SHA256()
    hash.update(bufferPointer: file.bytes)
    return hexadecimal(hash.finalize())
  }
}
