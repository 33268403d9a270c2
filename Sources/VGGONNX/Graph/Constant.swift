/// A tensor that the graph itself asks for, beside the network's weights.
struct Constant: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case number(Float)
    case integers([Int64])
    /// The matrix of which the product with a map's rows is their adaptive average: output x input,
    /// or turned over.
    case bins(AveragingBins, isTransposed: Bool)
  }

  /// The last part of its name: `axis` of `features.2.axis`.
  let name: String
  let content: Content

  var shape: [Int] {
    switch content {
    case .number: []
    case .integers(let values): [values.count]
    case .bins(let bins, let isTransposed):
      isTransposed ? [bins.input, bins.output] : [bins.output, bins.input]
    }
  }

  var type: ONNXTensorProto.DataType {
    if case .integers = content { .int64 } else { .float }
  }

  /// Bytes in the file; the largest number there is when they are more.
  var byteCount: Int {
    switch content {
    case .integers(let values): values.count * MemoryLayout<Int64>.size
    case .number, .bins: floatBytes(shape)
    }
  }

  /// The values as ONNX's `raw_data` has them: little-endian, in row-major order.
  var bytes: [UInt8] {
    switch content {
    case .number(let value): littleEndian([value])
    case .integers(let values): values.flatMap { withUnsafeBytes(of: $0.littleEndian, Array.init) }
    case .bins(let bins, let isTransposed): littleEndian(bins.matrix(isTransposed: isTransposed))
    }
  }

  private func littleEndian(_ values: [Float]) -> [UInt8] {
    values.map(\.bitPattern.littleEndian).withUnsafeBytes(Array.init)
  }
}
