import VGGCompute
import VGGFiles
import VGGWeights

/// Packed weights kept in a file beside the weights that they come from, so that the next start maps
/// them instead of packing again.
///
/// The file says which weights it was made of (size, times, number, SHA-256) and for which kernels; a
/// file of anything else is replaced. It is written whole or not at all, and what it holds is trusted
/// as the weights themselves are.
package struct PackedWeightsCache: Sendable {
  private let weights: MappedFile
  private let remark: @Sendable (String) -> Void

  /// The cache of the weights in `file`.
  ///
  /// - Parameter remark: takes what the user should know, such as why the cache could not be
  ///   written.
  package init(of file: WeightFile, remark: @escaping @Sendable (String) -> Void) {
    weights = file.file
    self.remark = remark
  }

  /// The file of the packed weights for `instructionSet`.
  package func path(for instructionSet: InstructionSet) -> String {
    "\(weights.path).\(instructionSet).vggpack"
  }

  /// The file of the weights packed as `layout` says, made of the very weights that are mapped;
  /// `nil` where there is none.
  func load(_ layout: PackedLayout) -> PackedFile? {
    guard let file = PackedFile(path: path(for: layout.instructionSet)),
      file.byteCount == layout.byteCount, file.header.layout == layout.fingerprint,
      file.header.instructionSet == "\(layout.instructionSet)", let version = weights.version,
      file.header.weights.size == version.size
    else { return nil }
    // Of a file that was copied, touched or replaced the content decides.
    guard file.header.weights == version || file.header.sha256 == digest() else { return nil }
    return file
  }

  /// Keeps `packed`, made of the weights that are mapped, for the next start.
  func store(_ packed: UnsafeRawBufferPointer, _ layout: PackedLayout) {
    guard let version = weights.version else { return }
    let header = PackedHeader(layout, weights: version, sha256: digest()).bytes
    let path = path(for: layout.instructionSet)
    do {
      try AtomicFile.write(to: path) { file in
        header.withUnsafeBytes { file.write($0) } ?? file.write(packed)
      }
    } catch {
      remark("cannot keep packed weights in \(path): \(error.reason)")
    }
  }

  private func digest() -> String {
    var hash = SHA256()
    hash.update(weights.bytes)
    return hexadecimal(hash.finalize())
  }
}
