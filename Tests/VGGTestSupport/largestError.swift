import Testing

/// The largest difference of two vectors, relative to the largest expected value, which counts as
/// at least 1/100.
package func largestError(_ values: some Collection<Float>, _ expected: some Collection<Double>)
  -> Double
{
  guard values.count == expected.count else { return .infinity }
  let scale = expected.reduce(0.01) { max($0, abs($1)) }
  let differences = zip(values, expected).map { abs(Double($0) - $1) }
  return differences.contains { $0.isNaN } ? .infinity : (differences.max() ?? 0) / scale
}

/// The same for the outputs of several images in sequence: the worst image counts.
package func largestError(_ outputs: [Float], ofImages expected: [[Double]]) -> Double {
  let count = expected.first?.count ?? 0
  guard outputs.count == count * expected.count else { return .infinity }
  return expected.enumerated().map { index, expected in
    largestError(outputs[index * count..<(index + 1) * count], expected)
  }.max() ?? 0
}
