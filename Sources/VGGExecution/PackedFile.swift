import VGGFiles
import VGGWeights

/// A mapped file of packed weights, which stays mapped for as long as the object lives: a
/// ``PackedHeader``, the packed weights, and the checksum of each ``block`` of them.
final class PackedFile: Sendable {
  /// Bytes per checksum; the last block may be shorter.
  private static let block = 1 << 20
  /// The number of threads beyond which memory gets no faster.
  private static let mostThreads = 4

  /// The first byte of the packed weights.
  nonisolated(unsafe) let base: UnsafeRawPointer
  private let file: MappedFile

  /// The packed weights in `file`, `byteCount` bytes.
  ///
  /// - Returns: `nil` when the file has another length, or a block does not have its checksum.
  init?(_ file: MappedFile, byteCount: Int, threads: Int) {
    let checksums = Self.checksumBytes(of: byteCount)
    guard let start = file.bytes.baseAddress,
      file.bytes.count == PackedHeader.size + byteCount + checksums
    else { return nil }
    let packed = file.bytes[PackedHeader.size...].dropLast(checksums)
    let written = file.bytes.suffix(checksums)
    guard Self.checksums(of: .init(rebasing: packed), threads: threads).elementsEqual(written)
    else { return nil }
    self.file = file
    base = start + PackedHeader.size
  }

  /// Writes a file of `packed`; returns the system's reason if that fails.
  static func write(
    _ packed: UnsafeRawBufferPointer, _ header: PackedHeader, threads: Int,
    to file: FileDescriptorWriter
  ) -> String? {
    let checksums = checksums(of: packed, threads: threads)
    return header.bytes.withUnsafeBytes { file.write($0) } ?? file.write(packed)
      ?? checksums.withUnsafeBytes { file.write($0) }
  }

  /// The blocks' checksums as they are written, lowest byte first.
  private static func checksums(of packed: UnsafeRawBufferPointer, threads: Int) -> [UInt8] {
    nonisolated(unsafe) let packed = packed
    let count = checksumBytes(of: packed.count) / MemoryLayout<UInt32>.size
    return concurrentResults(count, threads: min(threads, mostThreads)) { index in
      let block = packed[(index * block)...].prefix(block)
      return CRC32C.checksum(of: UnsafeRawBufferPointer(rebasing: block))
    }.flatMap { checksum in withUnsafeBytes(of: checksum.littleEndian, Array.init) }
  }

  private static func checksumBytes(of byteCount: Int) -> Int {
    (byteCount + block - 1) / block * MemoryLayout<UInt32>.size
  }
}
