import VGGFiles

extension WeightTensor {
  /// The number of values that are written at once: 4 MiB of them.
  static let part = 1 << 20

  /// Writes the values as little-endian float32, and returns the system's reason if that fails.
  ///
  /// Pages of a mapped file are released after they have been written, so that memory does not grow
  /// with the tensor.
  ///
  /// - Parameter written: called with each part's bytes once they are written.
  package func write(
    to file: FileDescriptorWriter, written: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) -> String? {
    let size = MemoryLayout<Float>.size
    return withUnsafeValues { values in
      for start in stride(from: 0, to: count, by: Self.part) {
        let range = start..<min(start + Self.part, count)
        let byteCount = range.count * size
        let reason =
          if let (source, offset) = place {
            source.write(offset + start * size..<offset + start * size + byteCount, to: file)
          } else {
            file.writeLittleEndian(UnsafeBufferPointer(rebasing: values[range]))
          }
        if let reason { return reason }
        file.startWriteback(ofLast: byteCount)
        written(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: values[range])))
        releasePages(of: range)
      }
      return nil
    }
  }
}

extension FileDescriptorWriter {
  fileprivate func writeLittleEndian(_ values: UnsafeBufferPointer<Float>) -> String? {
    if UInt32(1).littleEndian == 1 { return write(UnsafeRawBufferPointer(values)) }
    return values.map(\.bitPattern.littleEndian).withUnsafeBytes { write($0) }
  }
}
