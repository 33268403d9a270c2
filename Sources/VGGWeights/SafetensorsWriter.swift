/// Writes the tensors that `descriptions` name, taken one by one from `source`, as the safetensors file `path`.
///
/// The file has them as F32 in the given order, the data aligned to eight bytes. It is written whole or not at
/// all, and equal tensors give equal bytes.
///
/// - Throws: `WeightError` when a name is there twice, a tensor is not to be had from `source`, or the file
///   cannot be written.
public func writeSafetensors(
  _ descriptions: [TensorDescription], from source: some WeightSource,
  metadata: [String: String] = [:], to path: String
) throws {
  let header = try safetensorsHeader(descriptions, metadata: metadata, file: path)
  try writeWholeFile(path) { file in
    var length = UInt64(header.count).littleEndian
    try withUnsafeBytes(of: &length) { try file.append($0) }
    try header.withUnsafeBytes { try file.append($0) }
    for description in descriptions {
      let tensor = try source.tensor(description.name, shape: description.shape)
      try tensor.withUnsafeValues { try append($0, to: &file) }
    }
  }
}

private func append(_ values: UnsafeBufferPointer<Float>, to file: inout FileWriter) throws {
  if UInt32(1).littleEndian == 1 {
    try file.append(UnsafeRawBufferPointer(values))
  } else {
    let bits = values.map { $0.bitPattern.littleEndian }
    try bits.withUnsafeBytes { try file.append($0) }
  }
}

/// The header's JSON, filled up with spaces to a multiple of eight bytes.
private func safetensorsHeader(
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
  let header = Array("{\(entries.joined(separator: ","))}".utf8)
  let padding = (8 - header.count % 8) % 8
  return header + [UInt8](repeating: UInt8(ascii: " "), count: padding)
}
