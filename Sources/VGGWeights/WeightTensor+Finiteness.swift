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
  package func values(in range: Range<Int>) -> [Float] {
    withUnsafeValues { Array($0[range]) }
  }
}
