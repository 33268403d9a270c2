/// Weights of which every value is a number: a tensor with NaN or an infinity is refused with its
/// place.
///
/// What such a value touches becomes no number either, as in files that are meant for their features
/// only, whose classifier is NaN.
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
      "tensor \(quoted(name)) holds \(tensor.values(in: index..<index + 1)[0]) at element \(index), "
        + "which is no finite number")
  }
}

extension WeightTensor {
  /// Where the first value stands that is NaN or infinite; `nil` where there is none.
  ///
  /// Pages of a mapped file are given back when they have been read, so that memory does not grow with
  /// the tensor.
  package var firstNotFinite: Int? {
    withUnsafeValues { values in
      for start in stride(from: 0, to: values.count, by: Self.part) {
        let range = start..<min(start + Self.part, values.count)
        let part = UnsafeBufferPointer(rebasing: values[range])
        // The largest bits without sign tell all of a part at once, many values a cycle.
        let largest = part.reduce(UInt32(0)) { max($0, $1.magnitude.bitPattern) }
        if largest >= Float.infinity.bitPattern {
          return part.firstIndex { !$0.isFinite }.map { start + $0 }
        }
        releasePages(of: range)
      }
      return nil
    }
  }

  /// Some of the values, copied.
  func values(in range: Range<Int>) -> [Float] {
    withUnsafeValues { Array($0[range]) }
  }
}
