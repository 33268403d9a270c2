/// Weights whose values are all finite: a tensor with NaN or an infinity is refused, with its place.
///
/// Results that depend on such a value become NaN. Some files are meant only for their features, and
/// have a classifier of NaN.
package struct FiniteWeights<Source: WeightSource>: WeightSource {
  private let source: Source

  package init(_ source: Source) {
    self.source = source
  }

  package func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    let tensor = try source.tensor(name, shape: shape)
    guard let index = tensor.firstNotFinite else { return tensor }
    throw WeightError(
      .mismatched, file: tensor.place?.file.path,
      offset: tensor.place.map { $0.offset + index * MemoryLayout<Float>.size },
      .notFinite(
        tensor: name, value: tensor.values(in: index..<index + 1)[0], index: index))
  }
}

extension WeightTensor {
  /// The index of the first value that is NaN or infinite; `nil` if all are finite.
  ///
  /// Pages of a mapped file are released after they have been read, so that memory does not grow with
  /// the tensor.
  package var firstNotFinite: Int? {
    withUnsafeValues { values in
      for start in stride(from: 0, to: values.count, by: Self.part) {
        let range = start..<min(start + Self.part, values.count)
        let part = UnsafeBufferPointer(rebasing: values[range])
        // The maximum of the bits without sign checks a whole part at once, many values per cycle.
        let largest = part.reduce(UInt32(0)) { max($0, $1.magnitude.bitPattern) }
        if largest >= Float.infinity.bitPattern {
          return part.firstIndex { !$0.isFinite }.map { start + $0 }
        }
        releasePages(of: range)
      }
      return nil
    }
  }

  /// A copy of some of the values.
  func values(in range: Range<Int>) -> [Float] {
    withUnsafeValues { Array($0[range]) }
  }
}
