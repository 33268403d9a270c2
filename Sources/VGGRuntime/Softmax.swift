import VGGCompute

/// `exp(value)` of each, divided by their sum.
///
/// The largest value is subtracted first, so that no exponential overflows; this changes no result.
func normalizeExponentials(_ values: inout [Float]) {
  let count = values.count
  changeValues(&values) { Softmax.run(batch: 1, count: count, from: $0, to: $0) }
}
