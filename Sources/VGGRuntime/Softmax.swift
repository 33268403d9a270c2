import VGGKernels

/// `exp(value)` of each, divided by their sum.
///
/// The largest value is subtracted first, so that no exponential overflows; this changes no result.
func normalizeExponentials(_ values: inout [Float]) {
  let count = Int32(values.count)
  changeValues(&values) { vgg_softmax(1, count, $0, $0) }
}
