#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `exp(value)` of each, divided by their sum.
///
/// The largest value is subtracted first, so that no exponential overflows; this changes no result.
func normalizeExponentials(_ values: inout [Float]) {
  guard let largest = values.max() else { return }
  var sum: Float = 0
  for index in values.indices {
    values[index] = expf(values[index] - largest)
    sum += values[index]
  }
  for index in values.indices {
    values[index] /= sum
  }
}
