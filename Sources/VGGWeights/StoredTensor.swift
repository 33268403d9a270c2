/// A tensor in a file, and the location of its elements.
struct StoredTensor: Sendable {
  let description: TensorDescription
  /// The start of the element whose indices are all 0, in bytes from the file's start.
  let offset: Int
  /// The distance between two neighbours along each axis, in elements.
  let strides: [Int]
  /// Whether the elements are contiguous, in row-major order.
  let isContiguous: Bool

  /// - Parameter strides: row-major by default.
  /// - Precondition: there are as many strides as extents, none is negative, and every element is
  ///   within the file.
  init(_ description: TensorDescription, at offset: Int, strides: [Int]? = nil) {
    self.description = description
    self.offset = offset
    let rowMajor = rowMajorStrides(of: description.shape)
    // The stride of an axis with one element has no effect, whatever its stated value.
    self.strides = zip(description.shape, strides ?? rowMajor).map { $0 == 1 ? 0 : $1 }
    isContiguous =
      description.elementCount == 0
      || zip(description.shape, zip(self.strides, rowMajor)).allSatisfy {
        $0 == 1 || $1.0 == $1.1
      }
  }

  /// The same tensor under another name.
  func renamed(_ name: String) -> StoredTensor {
    StoredTensor(
      TensorDescription(name: name, type: description.type, shape: description.shape), at: offset,
      strides: strides)
  }

  /// The number of elements.
  var count: Int {
    guard let count = description.elementCount else {
      preconditionFailure("a stored tensor is within its file")
    }
    return count
  }

  /// The range of the elements in `range`, in bytes from the file's start.
  ///
  /// - Precondition: the tensor is contiguous.
  func bytes(of range: Range<Int>) -> Range<Int> {
    let size = description.type.byteCount
    return offset + range.lowerBound * size..<offset + range.upperBound * size
  }

  /// Copies the elements in `range`, counted in row-major order, from `file` to `target`.
  func gather(
    _ range: Range<Int>, from file: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer
  ) {
    switch description.type.byteCount {
    case 1: gather(range, from: file, into: target, as: UInt8.self)
    case 2: gather(range, from: file, into: target, as: UInt16.self)
    case 4: gather(range, from: file, into: target, as: UInt32.self)
    default: gather(range, from: file, into: target, as: UInt64.self)
    }
  }

  private func gather<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ range: Range<Int>, from file: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer, as bits: Bits.Type
  ) {
    let size = MemoryLayout<Bits>.size
    var walk = StridedWalk(shape: description.shape, strides: strides, from: range.lowerBound)
    for index in 0..<range.count {
      let value = file.loadUnaligned(fromByteOffset: offset + walk.place * size, as: bits)
      target.storeBytes(of: value, toByteOffset: index * size, as: bits)
      walk.advance()
    }
  }
}

/// The strides of `shape` with contiguous elements in row-major order.
private func rowMajorStrides(of shape: [Int]) -> [Int] {
  var stride = 1
  var strides: [Int] = []
  for extent in shape.reversed() {
    strides.append(stride)
    // Only empty tensors may overflow, and their strides are never used.
    stride = stride.multipliedReportingOverflow(by: extent).partialValue
  }
  return strides.reversed()
}
