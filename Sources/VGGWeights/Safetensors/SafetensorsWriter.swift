import VGGFiles

/// Writes the tensors in `descriptions`, taken one by one from `source`, as the safetensors file `path`.
///
/// The file has them as F32 in the given order, the data aligned to eight bytes, and in its metadata a checksum
/// of itself, which `vggc weights inspect --verify` compares. It is written completely or not at all, and equal
/// tensors produce equal bytes.
///
/// - Parameters:
///   - descriptions: The names and shapes of the tensors, in the file's order.
///   - source: The source of their values.
///   - metadata: The file's metadata.
///   - path: The file to write.
///   - progress: Called with each part's number of bytes once they are written.
/// - Throws: `WeightError` if a name occurs twice, `source` cannot provide a tensor, or the file cannot be
///   written.
public func writeSafetensors(
  _ descriptions: [TensorDescription], from source: some WeightSource,
  metadata: [String: String] = [:], to path: String, progress: (Int) -> Void = { _ in }
) throws {
  let stored = descriptions.map { TensorDescription(name: $0.name, shape: $0.shape) }
  try writeSafetensors(stored, metadata: metadata, to: path) { tensor, file, written in
    try source.write(tensor.name, shape: tensor.shape, to: file) { part in
      written(part)
      progress(part.count)
    }
  }
}

/// Writes all tensors of `weights` under torchvision's names as the safetensors file `path`, each with its own
/// type; tensors whose numbers are reordered are written as F32.
///
/// Tensors are read and written in parts, so that memory stays small. The file's own metadata is kept;
/// `metadata` takes precedence.
///
/// - Parameter progress: Called with each part's number of bytes once they are written.
/// - Throws: `WeightError` if the file cannot be written, or a name occurs twice.
package func writeSafetensors(
  copying weights: RenamedWeights, metadata: [String: String] = [:], to path: String,
  progress: (Int) -> Void = { _ in }
) throws {
  let metadata = weights.file.metadata.merging(metadata) { $1 }
  try writeSafetensors(weights.readableTensors, metadata: metadata, to: path) {
    tensor, output, written in
    func advance(_ part: UnsafeRawBufferPointer) {
      written(part)
      progress(part.count)
    }
    guard let source = weights.nameInFile(of: tensor.name) else {
      return try weights.tensor(tensor.name).write(to: output, written: advance)
    }
    var reason: String?
    try weights.file.forEachPart(of: source) { (part) throws(Never) in
      guard reason == nil else { return }
      reason = output.write(part)
      advance(part)
    }
    return reason
  }
}

/// Writes the header for `descriptions`, and calls `write` for the elements of each in turn; `write` reports
/// the bytes that it has written, and returns why they cannot be, or nil.
private func writeSafetensors(
  _ descriptions: [TensorDescription], metadata: [String: String], to path: String,
  _ write: (TensorDescription, FileDescriptorWriter, (UnsafeRawBufferPointer) -> Void) throws ->
    String?
) throws {
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw WeightError(.unwritable, file: quoted(path), "this is not a valid file path")
  }
  var metadata = metadata
  // A pipe has already passed on the header when the checksum is known.
  metadata[WrittenChecksum.key] =
    AtomicFile.makesFile(at: path) ? WrittenChecksum.placeholder : nil
  let layout = try SafetensorsLayout(descriptions, metadata: metadata, file: path)
  var sourceFailure: (any Error)?
  do {
    try AtomicFile.write(to: path) { file in
      var checksum = CRC32C()
      if let reason = layout.head.withUnsafeBytes({ file.write($0) }) { return reason }
      layout.head.withUnsafeBytes { checksum.update($0) }
      for description in layout.order {
        do {
          if let reason = try write(description, file, { checksum.update($0) }) { return reason }
        } catch {
          sourceFailure = error
          return "a tensor is not available"
        }
      }
      guard let place = layout.head.withUnsafeBytes(WrittenChecksum.digitsRange) else { return nil }
      return WrittenChecksum.digits(checksum).withUnsafeBytes {
        file.overwrite($0, at: place.lowerBound)
      }
    }
  } catch {
    throw sourceFailure
      ?? WeightError(.unwritable, file: path, .unwritten(error.reason))
  }
}
