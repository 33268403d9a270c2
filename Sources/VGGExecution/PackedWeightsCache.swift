import VGGCompute
import VGGFiles
import VGGWeights

/// Packed weights kept in a file next to the weights that they come from, so that the next start maps
/// them instead of packing again.
///
/// The file records which weights it was made of (size, times, number, SHA-256) and for which kernels; a
/// file of anything else is replaced. It is written whole or not at all, and every byte is verified
/// when it is loaded; a damaged file is replaced.
package struct PackedWeightsCache: Sendable {
  private let weights: MappedFile
  private let remark: @Sendable (PackedWeightsRemark) -> Void

  /// The cache of the weights in `file`.
  ///
  /// - Parameter remark: takes remarks for the user.
  package init(of file: WeightFile, remark: @escaping @Sendable (PackedWeightsRemark) -> Void) {
    weights = file.file
    self.remark = remark
  }

  /// The file of the packed weights for `instructionSet`.
  package func path(for instructionSet: InstructionSet) -> String {
    "\(weights.path).\(instructionSet).vggpack"
  }

  /// The file with the layout `layout`, made of the very weights that are mapped;
  /// `nil` if there isn't one or it is damaged.
  func load(_ layout: PackedLayout, threads: Int) -> PackedFile? {
    let path = path(for: layout.instructionSet)
    guard let version = weights.version, let file = try? MappedFile(path: path) else { return nil }
    guard let header = PackedHeader(file.bytes) else { return damaged(path) }
    guard header.layout == layout.fingerprint, header.instructionSet == "\(layout.instructionSet)",
      header.weights.size == version.size
    else { return nil }
    // For a file that was copied, touched or replaced, the content decides.
    guard header.weights == version || header.sha256 == digest() else { return nil }
    return PackedFile(file, byteCount: layout.byteCount, threads: threads) ?? damaged(path)
  }

  private func damaged(_ path: String) -> PackedFile? {
    remark(.damaged(path))
    return nil
  }

  /// Keeps `packed`, made of the weights that are mapped, for the next start.
  func store(_ packed: UnsafeRawBufferPointer, _ layout: PackedLayout, threads: Int) {
    guard let version = weights.version else { return }
    let header = PackedHeader(layout, weights: version, sha256: digest())
    let path = path(for: layout.instructionSet)
    do {
      try AtomicFile.write(to: path) { file in
        PackedFile.write(packed, header, threads: threads, to: file)
      }
    } catch {
      remark(.unwritten(path, reason: error.reason))
    }
  }

  private func digest() -> String {
    var hash = SHA256()
    hash.update(weights.bytes)
    return hexadecimal(hash.finalize())
  }
}
