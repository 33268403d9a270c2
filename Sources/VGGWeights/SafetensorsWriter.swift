import VGGFiles

/// Writes the tensors that `descriptions` name, taken one by one from `source`, as the safetensors
/// file `path`.
///
/// The file has them as F32 in the given order, the data aligned to eight bytes. It is written
/// whole or not at all, and equal tensors give equal bytes.
///
/// - Throws: `WeightError` when a name is there twice, a tensor is not to be had from `source`, or
///   the file cannot be written.
public func writeSafetensors(
  _ descriptions: [TensorDescription], from source: some WeightSource,
  metadata: [String: String] = [:], to path: String
) throws {
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw WeightError(.unwritable, file: quoted(path), "this is no path for a file")
  }
  let head = try safetensorsHead(descriptions, metadata: metadata, file: path)
  var sourceFailure: (any Error)?
  do {
    try AtomicFile.write(to: path) { file in
      if let reason = head.withUnsafeBytes({ file.write($0) }) { return reason }
      for description in descriptions {
        do {
          let tensor = try source.tensor(description.name, shape: description.shape)
          if let reason = tensor.write(to: file) { return reason }
        } catch {
          sourceFailure = error
          return "a tensor is not to be had"
        }
      }
      return nil
    }
  } catch {
    throw sourceFailure
      ?? WeightError(.unwritable, file: path, "cannot write it: \(error.reason)")
  }
}

/// What stands before the tensors: the header's length and its JSON, filled up with spaces to a
/// multiple of eight bytes.
private func safetensorsHead(
  _ descriptions: [TensorDescription], metadata: [String: String], file: String
) throws(WeightError) -> [UInt8] {
  var entries: [String] = []
  if !metadata.isEmpty {
    let pairs = metadata.sorted { $0.key < $1.key }
      .map { jsonString($0.key) + ":" + jsonString($0.value) }
    entries.append(#""__metadata__":{\#(pairs.joined(separator: ","))}"#)
  }
  var names: Set<String> = ["__metadata__"]
  var offset = 0
  for description in descriptions {
    guard names.insert(description.name).inserted else {
      throw WeightError(
        .unwritable, file: file, "the name \(quoted(description.name)) is given to two tensors")
    }
    let stored = TensorDescription(name: description.name, shape: description.shape)
    guard let size = stored.byteCount, size <= .max - offset else {
      throw WeightError(
        .unwritable, file: file, "tensor \(quoted(description.name)) is too large for a file")
    }
    let end = offset + size
    let shape = description.shape.map(String.init).joined(separator: ",")
    entries.append(
      jsonString(description.name)
        + #":{"dtype":"F32","shape":[\#(shape)],"data_offsets":[\#(offset),\#(end)]}"#)
    offset = end
  }
  var header = Array("{\(entries.joined(separator: ","))}".utf8)
  header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
  let length = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) }
  return length + header
}
