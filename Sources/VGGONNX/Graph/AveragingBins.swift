/// The bins of adaptive average pooling along one axis: output `i` is the mean of the inputs from
/// `floor(i * input / output)` to `ceil((i + 1) * input / output)`.
package struct AveragingBins: Hashable, Sendable {
  package let input: Int
  package let output: Int

  package init(input: Int, output: Int) {
    self.input = input
    self.output = output
  }

  /// The inputs whose mean is output `index`.
  package func bin(_ index: Int) -> Range<Int> {
    index * input / output..<((index + 1) * input + output - 1) / output
  }

  /// Row `i` has the reciprocal of the bin's length at the positions in bin `i`, and zeros elsewhere.
  ///
  /// - Parameter isTransposed: Whether columns are bins instead.
  package func matrix(isTransposed: Bool) -> [Float] {
    var matrix = [Float](repeating: 0, count: input * output)
    for index in 0..<output {
      let bin = bin(index)
      for place in bin {
        matrix[isTransposed ? place * output + index : index * input + place] =
          1 / Float(bin.count)
      }
    }
    return matrix
  }
}
