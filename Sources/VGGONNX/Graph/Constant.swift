/// A tensor that the graph itself needs, in addition to the network's weights.
struct Constant: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case number(Float)
    case integers([Int64])
    /// The same number everywhere.
    case filled(Float, shape: [Int])
    case numbers([Float])
    /// The matrix whose product with a map's rows is their adaptive average: output x input,
    /// or transposed.
    case bins(AveragingBins, isTransposed: Bool)
  }

  /// The last part of its name: `axis` of `features.2.axis`.
  let name: String
  let content: Content

  var shape: [Int] {
    switch content {
    case .number: []
    case .integers(let values): [values.count]
    case .filled(_, let shape): shape
    case .numbers(let values): [values.count]
    case .bins(let bins, let isTransposed):
      isTransposed ? [bins.input, bins.output] : [bins.output, bins.input]
    }
  }

  var type: ONNXTensorProto.DataType {
    if case .integers = content { .int64 } else { .float }
  }

  /// The number of bytes in the file, capped at `Int.max`.
  var byteCount: Int {
    switch content {
    case .integers(let values): values.count * MemoryLayout<Int64>.size
    case .number, .numbers, .filled, .bins: floatBytes(shape)
    }
  }

  /// The values in the format of ONNX's `raw_data`: little-endian, in row-major order.
  var bytes: [UInt8] {
    switch content {
    case .number(let value): littleEndian([value])
    case .numbers(let values): littleEndian(values)
    case .filled(let value, let shape):
      littleEndian([Float](repeating: value, count: shape.reduce(1, *)))
    case .integers(let values): values.flatMap { withUnsafeBytes(of: $0.littleEndian, Array.init) }
    case .bins(let bins, let isTransposed): littleEndian(bins.matrix(isTransposed: isTransposed))
    }
  }

  private func littleEndian(_ values: [Float]) -> [UInt8] {
    values.map(\.bitPattern.littleEndian).withUnsafeBytes(Array.init)
  }
}
