import VGGWeights

/// A mapped file of packed weights, which stays mapped for as long as the object lives.
final class PackedFile: @unchecked Sendable {
  let header: PackedHeader
  /// The first byte of the packed weights.
  let base: UnsafeRawPointer
  /// The bytes of packed weights.
  let byteCount: Int
  private let file: MappedFile

  /// The file at `path`; `nil` where there is none of this kind.
  init?(path: String) {
    guard let file = try? MappedFile(path: path), let start = file.bytes.baseAddress,
      let header = PackedHeader(file.bytes)
    else { return nil }
    self.file = file
    self.header = header
    base = start + PackedHeader.size
    byteCount = file.bytes.count - PackedHeader.size
  }
}
