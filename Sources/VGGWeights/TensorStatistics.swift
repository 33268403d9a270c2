/// Statistics of a tensor's values.
///
/// Values that are not finite are counted and otherwise ignored.
package struct TensorStatistics: Hashable, Sendable {
  /// The number of finite values.
  package private(set) var finite = 0
  package private(set) var notNumbers = 0
  package private(set) var infinities = 0
  /// The smallest and the largest value; meaningless if none is finite.
  package private(set) var minimum = Double.infinity
  package private(set) var maximum = -Double.infinity
  /// The mean; not finite if the sum exceeds float64, which is possible for float64 values.
  package private(set) var mean = 0.0
  /// The sum of squared differences from the mean.
  private var squares = 0.0

  package init() {}

  /// The population standard deviation; possibly not finite, like the mean.
  package var deviation: Double {
    finite > 0 ? (squares / Double(finite)).squareRoot() : 0
  }

  /// Adds the little-endian elements of one part of a tensor.
  ///
  /// - Returns: `false` if values of this type are not supported.
  package mutating func add(_ part: UnsafeRawBufferPointer, of type: ElementType) -> Bool {
    switch type {
    case .bool, .uint8: add(part) { (bits: UInt8) in Double(bits) }
    case .int8: add(part) { (bits: UInt8) in Double(Int8(bitPattern: bits)) }
    case .uint16: add(part) { (bits: UInt16) in Double(bits) }
    case .int16: add(part) { (bits: UInt16) in Double(Int16(bitPattern: bits)) }
    case .uint32: add(part) { (bits: UInt32) in Double(bits) }
    case .int32: add(part) { (bits: UInt32) in Double(Int32(bitPattern: bits)) }
    case .uint64: add(part) { (bits: UInt64) in Double(bits) }
    case .int64: add(part) { (bits: UInt64) in Double(Int64(bitPattern: bits)) }
    case .float16: add(part) { (bits: UInt16) in Double(float16(bits)) }
    case .bfloat16: add(part) { (bits: UInt16) in Double(Float(bitPattern: UInt32(bits) << 16)) }
    case .float32: add(part) { (bits: UInt32) in Double(Float(bitPattern: bits)) }
    case .float64: add(part) { (bits: UInt64) in Double(bitPattern: bits) }
    case .float8E4M3, .float8E5M2, .float8E4M3FNUZ, .float8E5M2FNUZ, .float8E8M0, .complex64:
      return false
    }
    return true
  }

  /// Merges the part's mean and squares with those so far (Chan, Golub and LeVeque, 1979), which
  /// loses less precision than sums of squares.
  private mutating func add<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ part: UnsafeRawBufferPointer, _ value: (Bits) -> Double
  ) {
    let size = MemoryLayout<Bits>.size
    func element(_ index: Int) -> Double {
      value(Bits(littleEndian: part.loadUnaligned(fromByteOffset: index * size, as: Bits.self)))
    }
    var (count, sum) = (0, 0.0)
    for index in 0..<part.count / size {
      let value = element(index)
      if value.isFinite {
        count += 1
        sum += value
        minimum = min(minimum, value)
        maximum = max(maximum, value)
      } else if value.isNaN {
        notNumbers += 1
      } else {
        infinities += 1
      }
    }
    guard count > 0 else { return }
    let partMean = sum / Double(count)
    var partSquares = 0.0
    for index in 0..<part.count / size {
      let difference = element(index) - partMean
      if difference.isFinite { partSquares += difference * difference }
    }
    let difference = partMean - mean
    let share = Double(count) / Double(finite + count)
    squares += partSquares + difference * difference * Double(finite) * share
    mean += difference * share
    finite += count
  }
}

extension WeightFile {
  /// The statistics of the tensor called `name`; `nil` if values of its type are not supported.
  package func statistics(of name: String) throws -> TensorStatistics? {
    let type = try description(of: name).type
    var statistics = TensorStatistics()
    var isKnown = true
    try forEachPart(of: name) { (part) throws(Never) in
      isKnown = statistics.add(part, of: type) && isKnown
    }
    return isKnown ? statistics : nil
  }
}
