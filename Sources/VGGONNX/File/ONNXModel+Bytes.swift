import VGGFiles
import VGGWeights

extension ONNXModel {
  /// The model as bytes, with values from `weights`: those that ``write(to:weights:hasDataFile:progress:)`` writes to a
  /// single file.
  ///
  /// - Throws: `WeightError` if a tensor is not available from `weights`; ``UnwritableModel`` for a model larger than
  ///   protobuf or the memory allows.
  package func bytes(weights: some WeightSource) throws -> [UInt8] {
    let layout = try layout(dataFile: nil)
    do {
      try MemoryLimit.check(Double(layout.byteCount))
    } catch {
      throw UnwritableModel.unwritable(
        "it needs \(error.needed) MiB of memory, but \(error.reason)")
    }
    var bytes = layout.opening
    bytes.reserveCapacity(layout.byteCount)
    try layout.graph.append(to: &bytes)
    for placed in layout.tensors {
      bytes += placed.opening
      switch placed.tensor {
      case .constant(let constant, _): bytes += constant.bytes
      case .weight(let weight, _):
        let tensor = try weights.tensor(weight.name, shape: weight.shape)
        tensor.withUnsafeValues { bytes.append(littleEndian: $0) }
      }
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian values: UnsafeBufferPointer<Float>) {
    guard UInt32(1).littleEndian != 1 else {
      return append(contentsOf: UnsafeRawBufferPointer(values))
    }
    values.map(\.bitPattern.littleEndian).withUnsafeBytes { append(contentsOf: $0) }
  }
}
